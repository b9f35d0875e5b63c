"""Where f′(x) = kx on an interval, one step of length 1/k takes all of the interval to the point 0.

A smooth f may have f′(x) = kx on [k², k² + 1] for every k = 1, 2, …, and a strict maximum at 0, say
f = −x²/2 near it. Then for each of the step lengths 1, ½, ⅓, … a start drawn from a density that is
positive there reaches the strict saddle 0 in one step, with positive probability. In between the
second derivative exceeds k: what the theorem assumes is η < 1/L.
"""

from provenscape.kernel import Claim, eq, gt, real, refute

k, eta, h, slope = real("k eta h g")
x = k**2 + 1 / (1 + h)

claim = Claim(
    id="descent-avoids-strict-saddles-at-every-step-length",
    says="Gradient descent from a random start does not end at a strict saddle, whatever the "
    "smooth function and the step length: from some start x = k² + 1/(1 + h) of the interval from "
    "k² to k² + 1 a step does not lead to the saddle 0.",
    items={"E-47": "whole"},
    where={
        k: "one of the numbers 1, 2, 3, …",
        eta: "the step length",
        h: "what gives the start, any number between k² and k² + 1, an interval of positive "
        "probability",
        slope: ("the slope of the function at the start", "f'(x)"),
    },
    given={
        "positive": gt(k),
        "step": eq(eta * k, 1),
        "slope_on_the_interval": eq(slope, k * x),
    },
    then=gt((x - eta * slope) ** 2),
    parameters=(k, eta),
    constants=(h,),
    facts={"slope_on_the_interval": "smooth-extension-lemma"},
    about="gradient descent from a random start",
    scope="a smooth f with f′(x) = kx on [k², k² + 1] for k = 1, 2, … and f = −x²/2 near the "
    "strict saddle 0, in one dimension; y²/2 may be added, along which these steps go to 0; the "
    "post states neither a bound on the step nor one on the Hessian",
)


def refutation():
    return refute(claim, {k: 1, eta: 1, slope: 1 + 1 / (1 + h)})
