"""No step of SGD changes the weights of units that are inactive on all the data.

The gradient by the weights of a rectified unit has its slope as a factor, which is 0 where the unit
is inactive. So the pre-activation of a unit of the first layer at each datum stays, and the other
layers may do what they like. If all units of a layer are inactive, gradients of the layers before
it are 0 too, and the outputs are the same number at all data forever: the loss never falls below
the variance of the labels (`inactive-units-make-a-local-minimum-at-every-width`), though some
weights of the network fit. Random weights with a positive density start there with a positive
probability, at every width. The same holds for momentum and Adam, whose averages of gradients 0 are
0.
"""

from provenscape.kernel import Claim, Invariant, cases, chain, combine, ge, gt, induct, le, real

z, z_next, batch, g, delta, slope, eta = real("z z_next z_b g delta s eta")

claim = Claim(
    id="sgd-leaves-inactive-units-inactive",
    says="A rectified unit of the first layer with pre-activations of at most −δ < 0 at all data "
    "keeps this bound through any number of steps of SGD, whatever batches, step lengths, labels "
    "and other weights: where all units of a layer start so, SGD never makes the outputs differ, "
    "at any width.",
    items={
        "O-12": "whole",
        "O-59": "instance",
        "N-53": "instance",
        "N-02": "instance",
        "O-N2": "instance",
    },
    where={
        z: "the greatest pre-activation of the unit at the data",
        z_next: "the greatest one after the next step",
        batch: "that at the datum whose gradient the step follows",
        delta: ("how far it is from being active", r"\delta"),
        eta: "the length of the step",
        slope: ("the slope of the rectifier at that datum", "s"),
        g: "minus the change of a pre-activation, per step length and slope",
    },
    given={
        "inactive": gt(delta),
        "greatest": le(batch, z),
        "increasing": ge(slope),
        "zero_below_zero": ge(slope * batch),
        "step": le(z_next, z - eta * slope * g),
    },
    then=Invariant(
        le(z, -delta),
        start={z: -delta},
        update={z: z_next},
        fixed=(delta,),
    ),
    scope="slopes 0 below 0 and not negative above; the data of a batch one after the other; a "
    "unit of another layer if all of that layer start so, as no gradient goes through them",
)
tame = {batch: -2, slope: 0, z_next: -1}
witness = [
    {delta: 1, eta: 1, g: 3} | tame,
    {eta: 2, g: -1} | tame,
    {eta: 1, g: 0} | tame,
]
one = {delta: 1, eta: 1, slope: 1, g: -3, batch: -2, z_next: 2}
countermodels = {
    "zero_below_zero": [one, one],
    "greatest": [one | {batch: 1}, one | {batch: 1}],
    "step": [one | {slope: 0}, one | {slope: 0}],
}


def proof():
    step = claim.at_next_state()
    known = dict(step.given)
    flat = combine(
        step.lemma("flat", known, le(slope, 0)),
        using={"zero_below_zero": 1, "greatest": slope, "invariant": slope},
        scale=delta,
    )
    up, down = (
        chain(
            step.lemma("case", known | {"sign": ge(sign * eta * g)}, step.then),
            {"flat": flat},
            using={"invariant": 1, "step": 1, name: sign * eta * g},
        )
        for sign, name in ((1, "increasing"), (-1, "flat"))
    )
    return induct(claim, None, cases(step, [up, down], [ge(eta * g), ge(-eta * g)]))
