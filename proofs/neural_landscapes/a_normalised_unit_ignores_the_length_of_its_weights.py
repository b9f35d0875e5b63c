"""Batch normalisation with ε = 0: z(aw) = z(w), slopes are 1/a and second slopes 1/a² as large.

For weights w, a direction v and one example of the batch let d + td₁ be its pre-activation at w +
tv less the batch mean, and V + 2ct + kt² the batch variance: numbers that depend on the batch alone
and not on what follows the unit. The unit puts out z(t) with z(t)s(t) = d + td₁ and s(t)² = V + 2ct
+ et², s > 0; differentiated once and twice at t = 0 these are the hypotheses, and again at aw,
where they hold with ad, a²V and ac. So whatever loss of whatever network is a function of such
outputs has ∇f(aw) = ∇f(w)/a, w·∇f(w) = 0 and ∇²f(aw) = ∇²f(w)/a², for any batch and any number of
weights (Ioffe & Szegedy 2015; Arora, Li & Lyu 2019). What layers below receive as a gradient does
not change either, the output being the same function of the inputs. The value 0 of the weights is
excluded.
"""

from sympy import Rational

from provenscape.kernel import Claim, chain, conjoin, eq, gt, real

a, d, d_1, V, c, k = real("a d d_1 V c k")
s, s_1, s_2, z, z_1, z_2, s_w, z_w = real("s s_1 s_2 z z_1 z_2 s_w z_w")
S, S_1, S_2, Z, Z_1, Z_2 = real("S S_1 S_2 Z Z_1 Z_2")

claim = Claim(
    id="a-normalised-unit-ignores-the-length-of-its-weights",
    says="A unit with batch normalisation (ε = 0) and weights aw, a > 0, puts out the same as with "
    "w; along each direction of the weights its slope is 1/a and its second slope 1/a² as large, "
    "and along w itself its slope is 0.",
    items={"N-62": "instance"},
    where={
        a: "the factor on the weights",
        d: "pre-activation of one example less the mean of the batch, at the weights w",
        d_1: "its slope along a direction v of the weights",
        V: "the batch variance of the pre-activation, at w",
        c: "half its slope along v: the batch covariance of the pre-activations with w and with v",
        k: "half its second slope: the batch variance of the pre-activation with v",
        (s, s_1, s_2): "standard deviation at w, its slope and second slope along v",
        (z, z_1, z_2): "output at w, its slope and second slope along v",
        (s_w, z_w): "slopes of standard deviation and output at w along w itself",
        (S, S_1, S_2): "the same as s, s₁, s₂ at aw",
        (Z, Z_1, Z_2): "the same as z, z₁, z₂ at aw",
    },
    given={
        "factor": gt(a),
        "deviation": eq(s**2, V),
        "spread": gt(s),
        "deviation_slope": eq(s * s_1, c),
        "deviation_second": eq(s_1**2 + s * s_2, k),
        "output": eq(z * s, d),
        "output_slope": eq(z_1 * s + z * s_1, d_1),
        "output_second": eq(z_2 * s + 2 * z_1 * s_1 + z * s_2),
        "radial_deviation": eq(s * s_w, V),
        "radial_output": eq(z_w * s + z * s_w, d),
        "scaled_deviation": eq(S**2, a**2 * V),
        "scaled_spread": gt(S),
        "scaled_deviation_slope": eq(S * S_1, a * c),
        "scaled_deviation_second": eq(S_1**2 + S * S_2, k),
        "scaled_output": eq(Z * S, a * d),
        "scaled_output_slope": eq(Z_1 * S + Z * S_1, d_1),
        "scaled_output_second": eq(Z_2 * S + 2 * Z_1 * S_1 + Z * S_2),
    },
    then=(eq(Z, z), eq(a * Z_1, z_1), eq(a**2 * Z_2, z_2), eq(z_w)),
    about="the step of descent on the weights of a normalised unit",
    scope="one unit, one example, any batch",
)
small = {z: 1, z_1: 2, z_2: -5, s: 1, s_1: 1, s_2: 1, s_w: 1, z_w: 0}
witness = {a: 2, d: 1, d_1: 3, V: 1, c: 1, k: 2, **small} | {
    S: 2,
    S_1: 1,
    S_2: Rational(1, 2),
    Z: 1,
    Z_1: 1,
    Z_2: -Rational(5, 4),
}


def proof():
    def lemma(name, then, using, scale, lemmas):
        sub = claim.lemma(name, {**claim.given}, then)
        return chain(sub, lemmas, using=using, scale=scale)

    known = {}
    known["S"] = lemma(
        "S", eq(S, a * s), {"scaled_deviation": 1, "deviation": -(a**2)}, S + a * s, {}
    )
    steps = [
        ("Z", eq(Z, z), {"scaled_output": 1, "output": -a, "S": -Z}, a * s),
        (
            "S_1",
            eq(S_1, s_1),
            {"scaled_deviation_slope": 1, "deviation_slope": -a, "S": -S_1},
            a * s,
        ),
        (
            "Z_1",
            eq(a * Z_1, z_1),
            {
                "scaled_output_slope": 1,
                "output_slope": -1,
                "S": -Z_1,
                "Z": -S_1,
                "S_1": -z,
            },
            s,
        ),
        (
            "S_2",
            eq(a * S_2, s_2),
            {
                "scaled_deviation_second": 1,
                "deviation_second": -1,
                "S": -S_2,
                "S_1": -(S_1 + s_1),
            },
            s,
        ),
    ]
    for name, then, using, scale in steps:
        known[name] = lemma(name, then, using, scale, dict(known))
    second = chain(
        claim.part(2),
        known,
        using={
            "scaled_output_second": a,
            "output_second": -1,
            "S": -a * Z_2,
            "Z_1": -2 * S_1,
            "S_1": -2 * z_1,
            "Z": -a * S_2,
            "S_2": -z,
        },
        scale=s,
    )
    radial = chain(
        claim.lemma("radial", {**claim.given}, eq(s_w, s)),
        {},
        using={"radial_deviation": 1, "deviation": -1},
        scale=s,
    )
    along = chain(
        claim.part(3),
        {"radial": radial},
        using={"radial_output": 1, "output": -1, "radial": -z},
        scale=s,
    )
    first = [
        chain(claim.part(0), known, using={"Z": 1}),
        chain(claim.part(1), known, using={"Z_1": 1}),
    ]
    return conjoin(claim, [*first, second, along])
