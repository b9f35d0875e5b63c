"""Where the gradients of the outputs are independent a stationary point is a global minimum.

Let ℓ be a convex loss of the n outputs, g its gradient there, J the n × p Jacobian of the outputs
by the weights. Stationary means Jᵀg = 0; if the n gradients, the rows of J, are independent, JJᵀ ⪰
µI with µ > 0 and g = 0: no outputs have a smaller loss, those of other networks included.
Independent they can be for p ≥ n only: this is what as many weights as data give, and it gives no
local minimum elsewhere. They are dependent wherever units coincide or are inactive on the data. In
wide networks with an analytic activation they are independent at almost all weights (Nguyen & Hein
2017), but stationary points are not almost all weights.
"""

from provenscape.kernel import Claim, cases, chain, combine, eq, ge, gt, le, real

G, S, mu, here, there, pairing, dist = real("G S mu here there pairing dist")

claim = Claim(
    id="stationary-points-with-independent-gradients-are-global-minima",
    says="For a convex loss of the outputs, the squared or the logistic one, and any network, a "
    "stationary point at which the gradients of the n outputs by the weights are independent is a "
    "global minimum: no outputs have a smaller loss. It takes at least n weights.",
    items={"O-54": "instance", "O-09": "instance", "O-55": "instance", "N-96": "instance"},
    where={
        (here, there): "the loss at the stationary point and at any outputs",
        pairing: (
            "⟨g, f′ − f⟩, g the gradient of the loss by the outputs",
            r"\langle g, f'-f\rangle",
        ),
        dist: ("the squared distance of those outputs", r"\|f'-f\|^2"),
        G: ("the squared norm of g", r"\|g\|^2"),
        S: ("the squared gradient by the weights", r"\|J^\top g\|^2"),
        mu: "a number with JJᵀ ⪰ µI, J the Jacobian of the outputs by the weights",
    },
    given={
        "convex": ge(there, here + pairing),
        "cauchy_schwarz": le(pairing**2, G * dist),
        "distance": ge(dist),
        "gradients": ge(S, mu * G),
        "independent": gt(mu),
        "stationary": eq(S),
    },
    then=ge(there, here),
    tight=True,
    repairs="local-minima-of-wide-networks-are-global",
    about="local minima of the squared loss of a network",
)
witness = {here: 1, there: 1, pairing: 0, dist: 1, G: 0, S: 0, mu: 1}
equality = witness
bad = {here: 1, there: 0, pairing: -1, dist: 1, G: 1, S: 0, mu: 1}
countermodels = {
    "convex": witness | {there: 0},
    "cauchy_schwarz": witness | {there: 0, pairing: -1},
    "gradients": bad,
    "independent": bad | {mu: 0},
    "stationary": bad | {S: 1},
}


def proof():
    none = combine(
        claim.lemma("none", claim.given, le(pairing**2, 0)),
        using={"cauchy_schwarz": mu, "gradients": dist, "stationary": -dist},
        scale=mu,
    )
    zero = ge(pairing)
    split = [ge(pairing), gt(-pairing)]
    known = dict(claim.given)
    up = combine(claim.lemma("up", known | {"sign": split[0]}, zero), using={"sign": 1})
    down = chain(
        claim.lemma("down", known | {"sign": split[1]}, zero),
        {"none": none},
        using={"none": -pairing},
        scale=pairing**2,
    )
    sign = cases(claim.lemma("sign", known, zero), [up, down], split)
    return chain(claim, {"pairing": sign}, using={"convex": 1, "pairing": 1})
