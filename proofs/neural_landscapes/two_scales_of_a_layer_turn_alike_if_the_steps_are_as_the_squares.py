"""The steps η from w and θ from aw lead to one direction just if θ = a²η: the rate is η/|w|².

For any loss that ignores the length of the weights, as after batch normalisation (ε = 0), in any
number of variables: the gradient g at w is orthogonal to w, and at aw it is g/a. The square of the
sine of the angle between w − ηg and aw − θg/a, times the squares of their lengths, is then
|w|²|g|²(θ/a − aη)². So the function is independent of the scale of the layer, and so are the
gradients handed to the layers below; its own effective learning rate is not, but falls as the
square of the scale. With one step length for both the directions differ unless a = 1 or g = 0.
"""

from provenscape.kernel import Claim, combine, eq, gt, real

W, G, q, p, c, H, a, eta, theta = real("W G q p c H a eta theta")
first = W - 2 * eta * q + eta**2 * G
second = a**2 * W - 2 * theta * a * p + theta**2 * H
inner = a * W - theta * p - a * eta * q + eta * theta * c

claim = Claim(
    id="two-scales-of-a-layer-turn-alike-if-the-steps-are-as-the-squares",
    says="For a loss that ignores the length of the weights, steps of lengths η from w and θ from "
    "aw enclose an angle whose squared sine is |w|²|g|²(θ/a − aη)² over the squared lengths: with "
    "g ≠ 0 the direction is the same just if θ = a²η, so that the effective rate is η/|w|².",
    items={"N-62": "whole"},
    where={
        W: ("the squared length of the weights", "|w|^2"),
        G: ("the squared length of the gradient at w", "|g|^2"),
        q: (r"inner product of the weights and the gradient at w", r"\langle w, g\rangle"),
        p: (r"inner product of the weights and the gradient at aw", r"\langle w, h\rangle"),
        c: (r"inner product of the two gradients", r"\langle g, h\rangle"),
        H: ("the squared length of the gradient at aw", "|h|^2"),
        a: "the scale",
        (eta, theta): "the step lengths from w and from aw",
    },
    given={
        "scale": gt(a),
        "orthogonal": eq(q),
        "orthogonal_at_aw": eq(p),
        "homogeneous": eq(a * c, G),
        "homogeneous_length": eq(a**2 * H, G),
    },
    then=eq(first * second - inner**2, W * G * (theta / a - a * eta) ** 2),
    facts=dict.fromkeys(
        ("orthogonal", "orthogonal_at_aw", "homogeneous", "homogeneous_length"),
        "euler-on-functions-that-ignore-the-length",
    ),
    repairs="normalisation-frees-the-step-from-the-scale-of-the-weights",
    about="the step of descent on the weights of a normalised unit",
    scope="every dimension; f differentiable away from 0, w ≠ 0 and a > 0",
)
witness = {W: 1, G: 4, q: 0, p: 0, c: 2, H: 1, a: 2, eta: 1, theta: 1}
countermodels = {
    "orthogonal": witness | {q: 1},
    "orthogonal_at_aw": witness | {p: 1},
    "homogeneous": witness | {c: 1},
    "homogeneous_length": witness | {H: 4},
}


def proof():
    return combine(
        claim,
        using={
            "orthogonal": 2 * a * eta * theta * (eta * c + p)
            - 2 * H * eta * theta**2
            - a**2 * eta**2 * q,
            "orthogonal_at_aw": 2 * eta * theta * (c * theta - G * a * eta) - p * theta**2,
            "homogeneous": -(G * eta**2 * theta**2 + a * c * eta**2 * theta**2) / a**2
            - 2 * W * eta * theta,
            "homogeneous_length": theta**2 * (G * eta**2 + W) / a**2,
        },
    )
