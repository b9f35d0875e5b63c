"""Near a stationary point ‖∇f‖ shrinks in proportion to the distance, neither faster nor slower.

That it is at most L times the distance is the definition of L-smoothness with 0 for the gradient at
that point. On ½ Σ mᵢvᵢ² the gradient has the components mᵢvᵢ, so that its norm is between σ and L
times the distance, σ and L being the least and the largest |mᵢ|: twice the distance on x² − y². At
degenerate points it is smaller, and it may vanish near a saddle too
(gradients-near-a-saddle-are-not-exactly-zero). What that means for a run says
progress-near-a-stationary-point-is-of-second-order. A read-out of 7.6 in the module's picture is
the distance 3.8, if it shows x² − y².
"""

from provenscape.kernel import Claim, Invariant, combine, conjoin, ge, induct, le, real

L, delta, slope, distance = real("L delta slope distance")
m, v, sigma, d2, g2 = real("m v sigma d2 g2")

claim = Claim(
    id="the-gradient-is-small-near-a-stationary-point",
    says="Within δ of a stationary point of an L-smooth function the gradient has norm at most Lδ. "
    "On ½ Σ mᵢvᵢ² it is between σ and L times as long as the distance to 0, σ and L being the "
    "least and the largest |mᵢ|.",
    items={"L-29": "whole", "L-26": "part gradient-small", "N-36": "part gradient-small"},
    where={
        L: "a Lipschitz constant of the gradient; of ½ Σ mᵢvᵢ² the largest |mᵢ|",
        delta: "a bound of the distance to the stationary point",
        slope: (
            "the gradient norm, the gradient being 0 at the stationary point",
            r"\|\nabla f(z)-\nabla f(x^*)\|",
        ),
        distance: ("the distance to the stationary point", r"\|z-x^*\|"),
        sigma: "the least |mᵢ|, or less",
        m: "the next coefficient",
        v: "the coordinate that it belongs to",
        d2: ("the sum of the squares of the coordinates so far", r"\textstyle\sum_i v_i^2"),
        g2: (
            "the sum of the squares of the gradient's components so far",
            r"\textstyle\sum_i (m_iv_i)^2",
        ),
    },
    given={
        "smooth": ge(L),
        "lipschitz_gradient": le(slope, L * distance),
        "near": le(distance, delta),
        "no_smaller": ge(m**2, sigma**2),
        "no_larger": le(m**2, L**2),
    },
    then=(
        le(slope, L * delta),
        Invariant(
            (ge(g2, sigma**2 * d2), le(g2, L**2 * d2)),
            start={d2: 0, g2: 0},
            update={d2: d2 + v**2, g2: g2 + (m * v) ** 2},
            fixed=(delta,),
        ),
    ),
    scope="every dimension; one coordinate of ½ Σ mᵢvᵢ² after the other",
)
witness = [
    {L: 2, delta: 1, slope: 1, distance: 1, sigma: 1, m: -2, v: 1},
    {m: 1, v: 2},
    {m: 2, v: 1},
]
first = witness[0]
countermodels = {
    "lipschitz_gradient": first | {slope: 3},
    "near": first | {distance: 2, slope: 3},
    "no_smaller": [first | {m: 0}, {}],
    "no_larger": [first | {m: 3}, {}],
}


def proof():
    small = combine(claim.part(0), using={"lipschitz_gradient": 1, "near": L})
    course = claim.part(1)
    ends = [
        combine(course.at_next_state(i), using={f"invariant.{i}": 1, name: v**2})
        for i, name in enumerate(("no_smaller", "no_larger"))
    ]
    return conjoin(claim, [small, induct(course, (None, None), ends)])
