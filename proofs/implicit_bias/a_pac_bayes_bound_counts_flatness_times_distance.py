"""In a PAC-Bayes bound for Gaussian noise flatness counts by T·w: trace times squared distance.

For weights θ with noise N(0, sI) the mean training loss is L + sT/2, T = tr H, on a quadratic, and
KL(N(θ, sI) ‖ N(θ₀, sI)) = w/(2s), w = |θ − θ₀|². So Catoni's bound for the mean test loss of the
noisy weights is L + sT/2 + w/(2sλ) + …; by (sT/2 + w/(2sλ))² = Tw/λ + (sT/2 − w/(2sλ))² no s makes
the two terms less than √(Tw/λ), and s = √(w/(λT)) makes them that. Of two minima with one loss and
one distance the flatter has the better bound; but it is T·w that counts, which is the same in all
units, and a sharper minimum nearer to θ₀ may have the better one. A bound that is better is no
lower test loss, and it is for the noisy weights, with s, λ, θ₀ chosen before the data (among k
values of s: log(k/ε) for log(1/ε)). Sharpness and PAC-Bayes: Neyshabur, Bhojanapalli, McAllester &
Srebro (2017), Dziugaite & Roy (2017).
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, eq, gt, le, real

R, m, L, T, w, s, h, lam, n = real("R m L T w s h lambda n")

claim = Claim(
    id="a-pac-bayes-bound-counts-flatness-times-distance",
    says="With probability at least 1 − ε over the data the mean test loss under noise N(0, sI) is "
    "at most L + sT/2 + w/(2sλ) + log(1/ε)/λ + λ/(8n), T the trace of the Hessian, w the squared "
    "distance from θ₀; the two terms with s are √(Tw/λ) for s = √(w/(λT)) and more for others.",
    items={"L-40": "part pac-bayes"},
    where={
        R: ("mean test loss of the weights with noise", r"\mathbb{E}\,R(\theta+\xi)"),
        m: ("their mean training loss", r"\mathbb{E}\,r(\theta+\xi)"),
        L: "training loss of the weights θ",
        T: ("the trace of its Hessian there", r"\operatorname{tr} H"),
        w: ("squared distance of θ from the centre of the prior", r"|\theta-\theta_0|^2"),
        s: "the variance of the noise in each weight, as in the prior",
        h: ("the logarithm of 1/ε", r"\log(1/\varepsilon)"),
        lam: ("the parameter of the bound", r"\lambda"),
        n: "the number of examples",
    },
    given={
        "noise": gt(s),
        "parameter": gt(lam),
        "examples": gt(n),
        "pac_bayes": le(R, m + (w / (2 * s) + h) / lam + lam / (8 * n)),
        "quadratic": le(m, L + s * T / 2),
    },
    then=(
        le(R, L + s * T / 2 + w / (2 * s * lam) + h / lam + lam / (8 * n)),
        eq(
            (s * T / 2 + w / (2 * s * lam)) ** 2, T * w / lam + (s * T / 2 - w / (2 * s * lam)) ** 2
        ),
    ),
    facts={"pac_bayes": "catoni-pac-bayes-bound"},
    scope="losses between 0 and 1, a training loss whose mean under the noise is at most that of "
    "its quadratic model; prior and noise Gaussian with one variance",
)
witness = {R: 1, m: 1, L: Rational(1, 2), T: 1, w: 1, s: 1, h: 1, lam: 1, n: 1}
countermodels = {
    "pac_bayes": witness | {R: 9},
    "quadratic": witness | {R: 3, m: 3},
}


def proof():
    return conjoin(
        claim,
        [
            combine(claim.part(0), using={"pac_bayes": 1, "quadratic": 1}),
            combine(claim.part(1), using={}),
        ],
    )
