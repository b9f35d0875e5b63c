"""The polynomials of the function on which Newton's method is slow have bounded derivatives.

The bounds make gradient and Hessian of that function Lipschitz, by the arithmetic here, with 44 and
305. It is f = w(x − u(y)) + v(y) of claim newton-steps-are-slow-on-one-function. In a cell u = g⁺S
and v = −δS − g²A − g⁺²B, with g⁺ ≤ g ≤ 1 and δ = (g² + g⁺²)/2 ≤ 1, S, A, B the polynomials here. So
|u'| ≤ 35/16, |u''| ≤ 8, |u'''| ≤ 105/2, |v''| ≤ 8 + 5 + 6 = 19, |v'''| ≤ 105/2 + 23 + 34 = 219/2;
|w'| ≤ 5/2, |w''| ≤ 1, |w'''| ≤ 1. From these f_xx ≤ 1, |f_xy| ≤ 35/16, |f_yy| = |w''u'² − w'u'' +
v''| ≤ 43.8, with a Frobenius norm below 44; |f_xxx| ≤ 1, |f_xxy| ≤ 35/16, |f_xyy| ≤ 12.8, |f_yyy| =
|−w'''u'³ + 3w''u'u'' − w'u''' + v'''| ≤ 303.8, with a Frobenius norm below 305. Cells join with
equal third derivatives of u and v, so that these bounds are Lipschitz constants.
"""

from sympy import Rational

from provenscape.kernel import Claim, combine, conjoin, function, ge, le, real

t = real("t")
S = function("S", (t,), 35 * t**4 - 84 * t**5 + 70 * t**6 - 20 * t**7)
A = function("A", (t,), t - t**2 / 2 - 15 * t**4 + 35 * t**5 - 57 * t**6 / 2 + 8 * t**7)
B = function("B", (t,), -35 * t**4 / 2 + 46 * t**5 - 81 * t**6 / 2 + 12 * t**7)

claim = Claim(
    id="the-slow-function-of-newton-has-a-lipschitz-hessian",
    says="For 0 ≤ t ≤ 1: 0 ≤ S' ≤ 35/16, |S''| ≤ 8, −105/2 ≤ S''' ≤ 42, −5 ≤ A'' ≤ 3, −19 ≤ A''' "
    "≤ 23, −4 ≤ B'' ≤ 6 and −34 ≤ B''' ≤ 31.",
    items={},
    where={t: "the place in a cell"},
    given={"from_the_iterate": ge(t), "to_the_next": le(t, 1)},
    then=(
        ge(S.partial(t)),
        le(S.partial(t), Rational(35, 16)),
        le(S.partial(t, t), 8),
        ge(S.partial(t, t), -8),
        le(S.partial(t, t, t), 42),
        ge(S.partial(t, t, t), -Rational(105, 2)),
        le(A.partial(t, t), 3),
        ge(A.partial(t, t), -5),
        le(A.partial(t, t, t), 23),
        ge(A.partial(t, t, t), -19),
        le(B.partial(t, t), 6),
        ge(B.partial(t, t), -4),
        le(B.partial(t, t, t), 31),
        ge(B.partial(t, t, t), -34),
    ),
    scope="the polynomials of which the function is made",
)
witness = {t: Rational(1, 2)}
countermodels = {"from_the_iterate": {t: -1}, "to_the_next": {t: 2}}


def proof():
    return conjoin(claim, [combine(claim.part(i), *one) for i, one in enumerate(certificates())])


def ends(at_0, at_1=0):
    """Weights of the two hypotheses."""
    return {"from_the_iterate": at_0, "to_the_next": at_1}


def certificates():
    """Weights and squares of each part; most were found by semidefinite programs."""
    mid = t - Rational(1, 2)
    return [
        (ends(140 * t**2 * (1 - t) ** 3), []),
        (ends(35 * (1 - t) * mid**2), [(Rational(35, 4), mid), (140, t * (1 - t) * mid)]),
        (
            ends(
                134 * t**4 / 27
                + 48 * (-25 * t**2 / 36 + t) ** 2 / 7
                + 63 * (233 * t**2 / 63 - 97 * t / 21 + 1) ** 2,
                58 * t**4 / 3
                + 15 * (-4 * t**2 / 3 + t) ** 2 / 4
                + 4 * (-(t**2) - 13 * t / 4 + 1) ** 2,
            ),
            [
                (4, 3 * t**2 - 33 * t / 8 + 1),
                (Rational(95, 16), -128 * t**2 / 95 + t),
                (Rational(116, 95), t**2),
            ],
        ),
        (
            ends(
                16 * t**4 / 13 + (-(t**2) + t) ** 2 + 13 * (-6 * t**2 / 13 - t + 1) ** 2,
                73 * t**4 / 844
                + 422 * (-291 * t**2 / 211 + t) ** 2
                + 4 * (-13 * t**2 / 4 + t + 1) ** 2,
            ),
            [
                (4, 9 * t**2 / 8 - 17 * t / 8 + 1),
                (Rational(431, 16), -583 * t**2 / 431 + t),
                (Rational(280, 431), t**2),
            ],
        ),
        (ends(0), [(4200, t * (1 - t) - Rational(1, 10))]),
        (ends(4200 * (1 - t) * mid**2), [(210, mid)]),
        (
            ends(
                41 * t**4 / 27 + 4 * (1 - 5 * t / 4) ** 2 + 27 * (-32 * t**2 / 27 + t) ** 2 / 4,
                418 * t**4 / 369
                + 369 * (-487 * t**2 / 369 + t) ** 2 / 2
                + 2 * (-7 * t**2 / 2 + 3 * t / 2 + 1) ** 2,
            ),
            [(2, t**2 - 2 * t + 1), (9, -11 * t**2 / 9 + t), (Rational(5, 9), t**2)],
        ),
        (
            ends(
                91 * t**4 / 31
                + 62 * (-21 * t**2 / 31 + t) ** 2 / 7
                + 28 * (7 * t**2 / 2 - 31 * t / 7 + 1) ** 2,
                10 * t**4 + 2 * (-(t**2) + t) ** 2 + 2 * (-(t**2) - 3 * t + 1) ** 2,
            ),
            [
                (2, 9 * t**2 / 4 - 7 * t / 2 + 1),
                (Rational(13, 2), -29 * t**2 / 26 + t),
                (Rational(41, 52), t**2),
            ],
        ),
        (
            ends((1 - t) * (197 * t**2 / 463 + 463 * (1 - 899 * t / 463) ** 2)),
            [
                (23, 14 * t**2 / 23 - 103 * t / 46 + 1),
                (Rational(1627, 92), -2820 * t**2 / 1627 + t),
                (Rational(7078, 1627), t**2),
            ],
        ),
        (
            ends((1 - t) * (17 * t**2 + (1 - 3 * t) ** 2)),
            [
                (19, 178 * t**2 / 19 - 19 * t / 2 + 1),
                (Rational(145, 4), -28 * t**2 / 29 + t),
                (Rational(2550, 551), t**2),
            ],
        ),
        (
            ends(
                6 * t**4 / 47
                + 141 * (-68 * t**2 / 47 + t) ** 2 / 38
                + 19 * (-2 * t**2 / 19 - 26 * t / 19 + 1) ** 2 / 2,
                85 * t**4 / 56
                + 686 * (-285 * t**2 / 196 + t) ** 2 / 3
                + 3 * (-3 * t**2 + 2 * t / 3 + 1) ** 2,
            ),
            [
                (3, t**2 / 2 - 7 * t / 4 + 1),
                (Rational(253, 16), -362 * t**2 / 253 + t),
                (Rational(222, 253), t**2),
            ],
        ),
        (
            ends(
                218 * t**4 / 557
                + 557 * (-466 * t**2 / 557 + t) ** 2 / 31
                + 31 * (125 * t**2 / 31 - 154 * t / 31 + 1) ** 2,
                263 * t**4 / 23
                + 23 * (-7 * t**2 / 23 + t) ** 2 / 2
                + 2 * (t**2 / 2 - 5 * t / 2 + 1) ** 2,
            ),
            [(2, 15 * t**2 / 4 - 19 * t / 4 + 1), (Rational(15, 8), -(t**2) + t), (2, t**2)],
        ),
        (
            ends((1 - t) * (419 * t**2 / 149 + 596 * (1 - 633 * t / 298) ** 2)),
            [
                (31, 95 * t**2 / 62 - 88 * t / 31 + 1),
                (Rational(719, 31), -1462 * t**2 / 719 + t),
                (Rational(9551, 2876), t**2),
            ],
        ),
        (
            ends((1 - t) * (2 * t**2 / 11 + 44 * (1 - 25 * t / 22) ** 2)),
            [
                (34, 443 * t**2 / 68 - 116 * t / 17 + 1),
                (Rational(14925, 17), -33901 * t**2 / 29850 + t),
                (Rational(189569, 119400), t**2),
            ],
        ),
    ]
