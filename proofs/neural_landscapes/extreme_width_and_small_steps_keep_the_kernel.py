"""With outputs divided by m the kernel of f = u² goes from 2 to 8 by gradient flow, at every width.

The network (1/m) Σ a_r w_r with one example of input 1 and label 4 starts at a_r = w_r = 1 for all
r. By symmetry all stay equal to one u, and the flow, its time multiplied by m, is u' = −(u² − 4)u,
which leads from 1 to 2. There is no learning rate smaller than that of the flow, and the width may
be as large as one likes: the tangent kernel, 2u²/m, is multiplied by four. In this scaling a
network is not in the regime of a fixed kernel at any width (Chizat, Oyallon & Bach 2019; mean-field
theory).
"""

from provenscape.kernel import Claim, eq, function, ge, gt, le, real, refute

M, m, u = real("M m u")
f = function("f", (u,), u**2)
k = function("k", (u,), 2 * u**2)

claim = Claim(
    id="extreme-width-and-small-steps-keep-the-kernel",
    says="Whatever the scaling, also where outputs are divided by the width, there is a width from "
    "which on gradient flow, the limit of small learning rates, ends at weights at which the "
    "tangent kernel is at most twice that of the start.",
    items={"N-94": "whole"},
    where={
        M: "a large enough width",
        m: "the width of the network",
        u: "the common value of its weights at the end of training",
    },
    given={
        "width": gt(m),
        "wide": ge(m, M),
        "fits_the_label": eq(f(u), 4),
        "weight": gt(u),
    },
    then=le(k(u) / m, 2 * k(1) / m),
    constants=(M,),
    about="how far the tangent kernel of a wide network moves in training",
    scope="outputs divided by m, linear units, one example of input 1 and label 4; all weights are "
    "1 at the start; f is the output and k/m the tangent kernel where all weights are u",
)


def refutation():
    return refute(claim, {m: M, u: 2})
