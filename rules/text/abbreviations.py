"""Words whose full stop need not end a sentence."""

from rules.text.words import word_set

# A name follows: the stop never ends a sentence.
TITLES = word_set(
    "mr mrs ms mx messrs dr prof rev fr hon st ste sen sens rep reps gov govs gen lt col "
    "maj capt cpl sgt cmdr adm brig pvt insp supt pres sec amb det ofc dep asst mt ft"
)
# A figure follows.
COUNTED = word_set("no nos p pp vol ch fig art sec approx ca circa est")
MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
# May stand at the end of a sentence: the next word tells.
OTHERS = word_set(
    "jr sr inc corp co ltd llc plc bros dept univ assn ave blvd rd vs v etc al eg ie cf viz "
    "ph.d u.s u.k u.n e.u d.c a.m p.m i.e e.g u.s.a p.s r.i.p n.y l.a ala ariz ark calif "
    "colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore "
    "pa tenn tex va vt wash wis wyo"
)
# Words that open a sentence far more often than they go on with a name.
STARTERS = word_set(
    "the a an this that these those it its he she they we i you his her their our my there "
    "here but and or so yet if when while as at in on for from by with without after before "
    "since until although though because however meanwhile still then also both many some "
    "most all no not none now one two only what who why how where which to under over "
    "during among amid asked speaking last earlier later instead despite once even such "
    "each every another other"
)
