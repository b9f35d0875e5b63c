"""W'W − VV' of neighbouring layers changes by at most 2η times the fall of the loss: depth's law.

Linear layers V and then W anywhere in a network of any depth and widths, any loss, M its derivative
by the product WV. The gradients are MV' in W and W'M in V. With u_j the columns of W and v_j the
rows of V, a step of descent takes u_j to u_j − ηMv_j and v_j to v_j − ηM'u_j. In u_j·u_k − v_j·v_k,
the entries of W'W − VV', the terms in η cancel, since u_j·Mv_k is M'u_j·v_k; what is left is
η²(Mv_j·Mv_k − M'u_j·M'u_k), in size at most η²|∇L|². As η tends to 0, the flow, it is conserved.
For the flow it is Du, Hu & Lee (2018), in the abstract for the norms of layers. A start in balance,
such as one near 0, stays so, and then the layers share their singular values; that depth so leads
to solutions of low rank, without a penalty in the loss, are theory and experiments of Arora, Cohen,
Hu & Luo (2019, abstract), and not shown here. For residuals that persist see
residuals-that-persist-balance-two-layers.
"""

from provenscape.kernel import Claim, Invariant, combine, ge, induct, le, real

U, V, L, u, v, start = real("U V L U_0 V_0 L_0")
p, q, s, t, g, d, eta = real("p q s t g d eta")

claim = Claim(
    id="descent-keeps-neighbouring-layers-of-a-deep-linear-network-in-balance",
    says="Short steps of descent on a deep linear network, of any sizes and any loss, change each "
    "entry of W'W − VV', V and W layers one after the other, by at most 2η(L_0 − L): what a start "
    "has of balance is kept as the step tends to 0.",
    items={"O-66": "instance"},
    where={
        U: ("an entry of the product of the later layer with itself", "(W^TW)_{jk}"),
        V: ("the same entry of the product of the earlier layer", "(VV^T)_{jk}"),
        L: "the training loss",
        (u, v, start): "the two entries and the loss at the start",
        p: ("inner product of columns j of W and k of its gradient", r"\langle u_j, Mv_k\rangle"),
        q: ("inner product of columns k of W and j of its gradient", r"\langle u_k, Mv_j\rangle"),
        s: (
            "inner product of columns j and k of the gradient in the later layer",
            r"\langle Mv_j, Mv_k\rangle",
        ),
        t: (
            "inner product of rows j and k of the gradient in the earlier layer",
            r"\langle M^Tu_j, M^Tu_k\rangle",
        ),
        g: ("squared length of the whole gradient", r"\|\nabla L\|^2"),
        d: "how much the loss falls in the step",
        eta: "the step length",
    },
    given={
        "step": ge(eta),
        "short": ge(d, eta * g / 2),
        "above": le(s - t, g),
        "below": le(t - s, g),
    },
    then=Invariant(
        (
            le((U - V) - (u - v), 2 * eta * (start - L)),
            le((u - v) - (U - V), 2 * eta * (start - L)),
        ),
        start={U: u, V: v, L: start},
        update={
            U: U - eta * (p + q) + eta**2 * s,
            V: V - eta * (p + q) + eta**2 * t,
            L: L - d,
        },
        fixed=(eta,),
    ),
    about="the solution that descent finds, among those of equal loss",
    scope="no biases, no weight decay; that a step is short enough is what short says",
)
witness = [
    {u: 2, v: 1, start: 8, p: 1, q: 1, s: 1, t: 0, g: 2, d: 1, eta: 1},
    {s: 0, t: 2},
    {p: 0, q: 0, s: 1, t: 1},
]
countermodels = {
    "short": [{u: 2, v: 1, start: 8, p: 1, q: 1, s: 1, t: 0, g: 2, d: 0, eta: 1}, {d: 0}],
    "above": [{u: 2, v: 1, start: 8, p: 1, q: 1, s: 9, t: 0, g: 2, d: 1, eta: 1}, {s: 9}],
    "below": [{u: 2, v: 1, start: 8, p: 1, q: 1, s: 0, t: 9, g: 2, d: 1, eta: 1}, {t: 9}],
    "step": [{u: 2, v: 1, start: 8, p: 1, q: 1, s: 1, t: 1, g: 2, d: 1, eta: -1}, {s: 1}],
}


def proof():
    steps = [claim.at_next_state(i) for i in range(2)]
    return induct(
        claim,
        (None, None),
        tuple(
            combine(step, using={f"invariant.{i}": 1, "short": 2 * eta, size: eta**2})
            for i, (step, size) in enumerate(zip(steps, ("above", "below"), strict=True))
        ),
    )
