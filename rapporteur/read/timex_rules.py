"""The rules for time expressions, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable

from rapporteur.languages.en import calendar as words
from rapporteur.read import timex_days as days
from rapporteur.read import timex_lengths as lengths
from rapporteur.read import timex_periods as periods
from rapporteur.read.timex_grammar import Inner, Rule, Scanner, Sense, rule
from rapporteur.read.timex_parts import TEMPLATES, Match, day_number, duration, month_of, part_of


def nested(made: Callable[[Match, Inner], Sense | None]) -> Callable[[Match], Sense | None]:
    """A rule function whose expression has another inside it ("the end of next month")."""
    return lambda m: made(m, sense_of)


_alone = r"(?!\s?[ap]\.?m)(?!\s?[-–—]\s?\d|\s(?:to|until|and)\s\d)"
_at = r"(?:,?\s(?:at\s)?|,\s)"
_rel_year = r"(?P<rel>(?:this|last|next)\syear)"
_lasting = r"(?:the\s)?(?:past|last|next|coming|recent|previous|preceding|following|first|final|ensuing|intervening|upcoming|remaining|latest|same|closing|opening|prior)"
_counted = r"(?P<num>@NUM[-\s]and[-\s]a[-\s]half|@NUM(?:\s(?:or|to)\s@NUM|[-–]@NUM)?|@VAGUE)"

_spelled = r"(?P<words>(?:eighteen|nineteen|twenty)[-\s](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|two\sthousand(?:\s(?:and\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)))"

RULES: tuple[Rule, ...] = (
    rule("stamp", r"(?P<y>\d{4})-(?P<mo>\d\d)-(?P<d>\d\d)(?:[t ](?P<h>[012]\d):(?P<mi>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:z|\s?[+-]\d\d:?\d\d)?)?", days.stamp),
    rule("iso-slash", r"(?P<y>(?:19|20)\d\d)/(?P<mo>\d{1,2})/(?P<d>\d{1,2})(?P<h>)(?P<mi>)", days.stamp),
    rule("numeric", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})[/.](?P<y>(?:19|20)?\d\d)(?![\d.,]\d)(?:,?\s(?:at\s)?(?P<clock>@CLOCK))?", days.numeric),
    rule("day-month-cut", r"(?P<d>0?[1-9]|[12]\d|3[01])[-/](?P<mon>@MON)[-/](?P<y>@Y)", days.day_month_cut),
    rule("year-month-day-cut", r"(?P<y>@Y)[-/](?P<mon>@MON)[-/](?P<d>0?[1-9]|[12]\d|3[01])", days.day_month_cut),
    rule("month-day-cut", r"(?P<mon>@MON)[/](?P<d>0?[1-9]|[12]\d|3[01])(?P<y>)(?![-/\d])", lambda m: days.dated(month_of(m["mon"]), day_number(m["d"]), None)),
    rule("clock-range", r"(?P<a>@CLOCK|\d{1,2}(?:[:.]\d\d)?)(?:\s?[-–—]\s?|\s(?:to|until|till|and|through)\s)(?P<b>@CLOCK)(?:,?\s(?:on\s)?(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|(?:@WD,?\s)?@D\s@MON(?:,?\s@Y)?|@LWD|yesterday|today|tomorrow))?", nested(days.clock_range)),
    rule("month-spelled-year", rf"(?P<mon>@LMON),?\s(?:of\s)?{_spelled}", days.month_spelled_year),
    rule("spoken-date", rf"(?P<mon>@LMON)\s(?:the\s)?(?P<d>@DCARD|@DORD(?=,?\s(?:of\s)?(?:eighteen|nineteen|twenty|two\sthousand)))(?:,?\s(?:of\s)?{_spelled})?(?!\s(?:percent|people|million|thousand|hundred))", days.spoken_date),
    rule("spoken-day", rf"(?P<d>@DORD|@DCARD|@D)\s(?:of\s)?(?P<mon>@LMON|sept)\s{_spelled}", days.spoken_date),
    rule("day-range-month", r"(?P<d>@DORD|@D)(?:\s?[-–—]\s?|\s(?:to|through|until|till|and)\s(?:the\s)?)(?P<d2>@DORD|@D)\s(?:of\s)?(?P<mon>@MON)(?:,?\s(?P<y>@Y))?", days.day_range),
    rule("day-month-range", r"(?P<d>@D)\s(?P<mon>@MON)(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<d2>@D)\s(?P<mon2>@MON)(?:,?\s(?:in\s|of\s)?(?P<y>@Y))?", days.day_range),
    rule("month-day-range", r"(?P<mon>@MON)(?:\s|(?<=\.))(?:the\s)?(?P<d>@DORD|@D)(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)(?:the\s)?(?:(?P<mon2>@MON)\s)?(?P<d2>@DORD|@D)(?:,?\s(?P<y>@Y))?", days.day_range),
    rule("clock-day", r"(?P<clock>@CLOCK)(?:,|\son|\sof)?\s(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|(?:@WD,?\s)?@D\s@MON(?:,?\s@Y)?|(?:(?:last|next|this)\s)?@LWD|yesterday|today|tomorrow)", nested(days.clock_day)),
    rule("part-of-day", r"(?:the\s)?(?P<part>@PART)\s(?:of|on)\s(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|(?:@WD,?\s)?@D\s@MON(?:,?\s@Y)?|@LWD)", nested(days.part_of_day)),
    rule("month-day", rf"(?:(?P<wd>@WD),?\s)?(?P<mon>@MON)(?:\s|(?<=\.))(?:the\s)?(?P<d>@DORD|@D)(?:\s?,?\s(?:of\s|in\s)?(?P<y>@Y)|\s(?:of\s)?{_rel_year})?(?:{_at}(?P<clock>@CLOCK){_alone}|\s(?:in\sthe\s)?(?P<part>@PART))?", days.month_day),
    rule("day-month", rf"(?:(?P<wd>@WD),?\s)?(?:the\s)?(?P<d>@DORD|@D)\s(?:day\s)?(?:of\s)?(?P<mon>@MON)(?:,?\s(?:of\s|in\s)?(?P<y>@Y)|\s(?:of\s)?{_rel_year})?(?:{_at}(?P<clock>@CLOCK){_alone}|\s(?:in\sthe\s)?(?P<part>@PART))?", days.month_day),
    rule("month-between", r"between\s(?P<x>(?P<mon>@MON)(?:\s(?P<y>@Y))?\sand\s(?P<mon2>@MON)(?:,?\s(?:in\s|of\s)?(?P<y2>@Y))?)(?!\s\d)", days.month_range),
    rule("month-range", r"(?P<mon>@MON)(?:\s(?P<y>@Y))?(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<mon2>@MON)(?:,?\s(?:in\s|of\s)?(?P<y2>@Y))?", days.month_range),
    rule("year-range", r"(?P<y>(?:1[6-9]|20)\d\d)(?:\s?[-–—/]\s?|\s(?:to|through|until)\s)(?P<y2>(?:1[6-9]|20)\d\d|\d\d)(?![\d-])(?!-\d|,\d)", days.year_range),
    rule("weekday-range", r"(?P<a>@LWD)(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<b>@LWD)", days.weekday_range),
    rule("week-of", r"(?:the\s)?week\s(?:of|beginning|ending|starting)\s(?P<day>(?:@WD,?\s)?@MON\s@D(?:,?\s@Y)?|@D\s@MON(?:,?\s@Y)?)", nested(days.week_of)),
    rule("shift-of", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?P<side>before|after|from|prior\sto|ahead\sof|following)\s(?:the\s)?(?P<day>@MON\s@D(?:,?\s@Y)?|@D\s@MON(?:,?\s@Y)?)", nested(lengths.shift_of)),
    rule("shift-of-day", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?P<side>before|after|from)\s(?P<day>yesterday|today|tomorrow|@LWD)", nested(lengths.shift_of_day)),
    rule("shift-of-any", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?P<side>before|after|from|following|prior\sto|ahead\sof)\s(?:the\s)?(?P<day>(?:next|last|this)\s@LWD|@LWD|tomorrow|today|@HOLIDAY|\d{{1,2}}/\d{{1,2}}/\d{{4}})", nested(lengths.shift_of_any)),
    rule("numbered-day", r"(?:the\s)?(?P<d>@DORD)\sday\sof\s(?P<period>@MON(?:,?\s@Y)?|(?:next|last|this|the)\smonth)", nested(days.numbered_day)),
    rule("part-hours", r"(?:from\s|between\s|by\s|at\s|around\s|about\s)?(?P<x>(?P<a>@H)(?:\s?[-–]\s?|\s(?:to|and|until)\s)(?P<b>@H)\s(?P<day>@PDAY|in\sthe\s(?:morning|afternoon|evening)))", nested(days.part_hours)),
    rule("hours-part", r"(?:at|by|around|about|until|before|after)\s(?P<x>(?P<a>@H)\s(?P<day>@PDAY))", nested(days.part_hours)),
    rule("part-then-hours", r"(?P<day>@PDAY),?\s(?:at|from|between|around|about|by|until)\s(?P<a>@H)(?:\s?[-–]\s?|\s(?:to|and|until)\s)?(?P<b>@H)?(?=\s*(?:[.,;:)—–?]|$)|\s(?:and|in|on|with|for|when|as|but)\b)", nested(days.part_hours)),
    rule("past-hour", r"(?P<min>half|(?:a\s)?quarter|five|ten|fifteen|twenty|twenty-five|\d{1,2})\s(?:minutes?\s)?(?P<side>past)\s(?P<hour>(?:@HOUR|1[0-2]|[1-9])(?:\so['’]?clock)?)(?:\s(?P<part>in\sthe\s(?:morning|afternoon|evening)|at\snight))?(?!\s?[-%])", days.past_hour),
    rule("quarter-to", r"(?:a\s)?(?P<min>quarter)\s(?P<side>to)\s(?P<hour>(?:@HOUR|1[0-2]|[1-9])(?:\so['’]?clock)?)\s(?P<part>in\sthe\s(?:morning|afternoon|evening)|at\snight)", days.past_hour),
    rule("after-next", r"the\s(?P<what>week|month|year|quarter)\s(?P<way>after\snext|before\slast)", periods.after_next),
    rule("month-of-year", r"(?:the\s)?(?P<nth>@DORD)\smonth\sof\s(?P<year>@Y|(?:next|last|this)\syear)", periods.month_of_year),
    rule("part-of-month", r"(?:the\s)?(?P<nth>@NTH|opening|closing|second|third)\s(?:(?:@NUM|few|couple\sof)\s)?(?:days?|weeks?|months)\s(?:of|in)\s(?P<period>@MON(?:,?\s@Y)?|@Y|(?:this|next|last)\s(?:month|year)|the\s(?:month|year))", nested(periods.part_of_month)),
    rule("weekday-number", r"(?P<wd>@WD),?\s(?:the\s)?(?P<d>@DORD)(?=\s*(?:[.,;)!?”\"]|$)|\s(?:at|to|in|for|and|on|by|with|from|when|after|before)\b|\s\d)", days.weekday_number),
    rule("next-week-weekday", r"(?P<week>(?:last|next|this)\sweek)\s(?:on\s)?(?P<wd>@LWD)", days.weekday),
    rule("weekday-week", r"(?:(?P<edge>early|late)\s(?:on\s)?)?(?P<wd>@LWD)(?:\s(?P<part>@PART))?(?:\sof)?\s(?P<week>(?:last|next|this)\sweek)", days.weekday),
    rule("plural-days", rf"(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s(?:{_at}(?P<clock>@CLOCK){_alone}|\s(?P<part>@PART))?", days.plural_days),
    rule("weekday", rf"(?:(?P<edge>(?:very\s)?early|(?:very\s)?late|earlier|later)\s(?:on\s)?)?(?:(?P<which>last|next|this\spast|this\scoming|this\supcoming|this|the\sprevious|the\spreceding|the\sfollowing|the\scoming|the\spast|the\slast|the\snext|past|coming|upcoming|previous|preceding|following)\s)?(?P<wd>@LWD)(?:{_at}(?P<clock>@CLOCK){_alone}|(?:\s(?:early|late|mid))?[-\s](?:in\sthe\s)?(?P<part>@PART))?(?!\sof\snext|\sof\slast)", days.weekday),
    rule("relative-day", rf"(?:(?P<edge>early|late|earlier|later)\s)?(?P<day>(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow|yesterday|today|tonight|tomorrow|last\snight)(?:{_at}(?P<clock>@CLOCK){_alone}|\s(?P<part>@PART))?", days.relative_day),
    rule("this-part", r"(?:(?P<edge>early|late|earlier|later)\s)?this\s(?P<part>@PART)", days.this_part),
    rule("in-part-hours", r"in\sthe\s(?P<x>(?P<day>morning|afternoon|evening)\sat\s(?P<a>@H))(?=\s*(?:[.,;:)]|$))", nested(days.part_hours)),
    rule("in-part", r"(?:(?P<edge>early|late|later)\s)?in\sthe\s(?:early\s|late\s)?(?P<x>(?P<part>morning|afternoon|evening|daytime))(?!\s\w+(?:er|s)\b)", days.part_in),
    rule("bare-part", r"(?P<edge>early|late)\s(?P<part>morning|afternoon|evening)", days.part_in),
    rule("day-beside", r"the\s(?P<what>day|week|month|year)\s(?P<way>before|after)(?=[.,;:?!)])", periods.beside),
    rule("year-to-date", r"(?:the\s)?(?P<x>year)[-\s]to[-\s]date", lambda m: Sense("DATE", "XXXX", direction="same")),
    rule("everyday", r"everyday", lambda m: Sense("SET", "P1D")),
    rule("next-part", r"the\s(?P<way>next|following|previous)\s(?P<part>morning|afternoon|evening|night)", days.next_part),
    rule("that-part", r"(?:that|the\ssame)\s(?P<part>morning|afternoon|evening|night)", days.that_part),
    rule("last-years-own", r"last\syear['’]s\s(?P<what>quarter|period)(?P<ago>)", periods.quarter_before),
    rule("of-period", r"(?:(?:at|by)\s)?(?P<x>(?P<edge>@EDGE)[-\s](?P<period>@MPERIOD))", nested(periods.of_period)),
    rule("years-quarter", rf"(?:(?:the\s)?(?P<y>@Y)\s|(?P<own>(?:19|20)\d\d)['’]s\s|{_rel_year}['’]s\s)(?:fiscal\s)?(?P<nth>@NTH)[-\s](?P<kind>quarter|half)", periods.quarter),
    rule("quarter", rf"(?:(?:the|its|their)\s(?!\w+-(?!ago|earlier)))?(?P<cmp>year[-\s](?:ago|earlier)\s)?(?:fiscal\s)?(?P<nth>(?!last\b|final\b)@NTH|(?:last|final)(?=\squarter\sof))(?:[-\s]fiscal)?[-\s](?P<kind>quarter)(?:(?:,|\sof|\sin)?\s(?:the\s)?(?:fiscal\s)?(?:(?P<y>@Y)|{_rel_year}))?", periods.quarter),
    rule("half", rf"(?:the\s)?(?P<nth>first|second|latter|last)[-\s](?P<kind>half)\s(?:of\s|in\s)?(?:fiscal\s)?(?:(?P<y>@Y)|{_rel_year}|of\sthe\s(?P<this>year)(?![-\w]))", periods.quarter),
    rule("half", r"(?<=\bin\s)the\s(?P<nth>first|second)\s(?P<kind>half)(?=\s*(?:[.,;)]|$))", periods.quarter),
    rule("short-quarter", r"(?:(?P<y>@Y)[-\s])?(?P<code>[qh][1-4])(?:(?:\sof)?[-\s](?P<y2>@YY))?", periods.short_quarter),
    rule("year-month", r"(?P<y>@Y)\s(?P<mon>@LMON)(?!\s\d)", days.month_only),
    rule("month-year", rf"(?P<mon>@MON)(?:(?:,|\sof|\sin)?\s(?P<y>@Y)|\s(?:of\s)?{_rel_year})", days.month_only),
    rule("holiday", r"(?:(?P<which>last|next|this|following)\s)?(?P<name>@HOLIDAY)(?:,?\s(?P<y>@Y))?", periods.holiday),
    rule("ago", rf"(?:(?P<bound>@BOUND)\s)?{_counted}[-\s](?:(?P<half>and\sa\shalf)\s)?(?:(?:full|short|long|whole)\s)?(?P<unit>@UNIT)(?:\s(?:and\sa\shalf|or\s(?:more|so)))?\s(?:ago|back(?!\s(?:to|in)\b))", lengths.shifted(-1, False)),
    rule("ago-bare", r"(?P<num>)(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)\sago", lengths.shifted(-1, False)),
    rule("from-now", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?:from\snow|from\stoday|hence)", lengths.shifted(1, False)),
    rule("earlier", rf"(?:(?P<bound>@BOUND)\s)?{_counted}[-\s](?P<unit>@UNIT)[-\s](?:earlier|before(?=[.,;\s]*$)|previously)", lengths.shifted(-1, True)),
    rule("later", rf"(?:(?P<bound>@BOUND)\s)?{_counted}\s(?P<unit>@UNIT)\s(?:later|afterwards?)", lengths.shifted(1, True)),
    rule("window", rf"(?:(?P<bound>(?!over)@BOUND)\s)?(?P<way>{_lasting})\s(?:{_counted}[-\s](?:(?:full|whole|critical|crucial|calendar|fiscal|financial)\s)?)?(?P<unit>@UNIT)(?<=s)", lengths.window),
    rule("ahead", r"the\s(?P<unit>days|weeks|months|years)\s(?:and\s\w+\s)?(?P<way>ahead|to\scome)", lengths.window),
    rule("period", r"(?P<way>@THIS)\s(?P<what>@MUNIT|@LMON|@SEASON(?!\s(?:of\s|in\s)?@Y)|fiscal\syear)(?!-)", periods.period),
    rule("short-time", r"a\s(?:short|little|brief)\s(?:time|while)(?:\s(?:after|before|later|ago))?", lengths.short_time),
    rule("decade", r"@DECADE", periods.decade),
    rule("century", r"(?:the\s)?(?P<nth>(?:1?\d|2[01])(?:st|nd|rd|th)|twentieth|nineteenth|eighteenth|seventeenth|sixteenth|twenty-first)[-\s]century", periods.century),
    rule("fiscal", r"(?:the\s)?(?:fiscal(?:\syear)?|financial\syear|fy)[-\s]?['’]?(?P<y>@Y|\d\d)|the\s(?P<yy>@Y)\sfiscal\syear", lambda m: periods.fiscal(m) if m["y"] else Sense("DATE", m["yy"])),
    rule("same-period", r"(?:the\s)?(?:(?:comparable|corresponding|same)\s)?(?P<ago>year[-\s]ago|year[-\s]earlier|latest|comparable|full)\s(?:fiscal\s)?(?P<what>period|quarter|year|month)", periods.same_period),
    rule("year-ended", r"(?:the|its|their)\s(?:fiscal\s|financial\s|business\s)?year(?=\s(?:just\s)?(?:ended|ending)\b)", lambda m: Sense("DURATION", "P1Y")),
    rule("quarter-before", r"(?:the\s)?(?P<what>quarter)(?:\s(?:a|one)\syear\s(?P<ago>ago|earlier|before)|,?\s(?:of\s)?last\syear)", periods.quarter_before),
    rule("the-quarter", r"(?P<ago>)the\s(?P<what>quarter|fiscal\syear)(?!-)", periods.same_period),
    rule("years-own", r"(?:the\s)?(?P<y>@Y)\s(?P<what>quarter)|the\s(?P<py>@Y)\speriod", periods.years_own),
    rule("year-ago", r"(?:the\s)?year-(?:ago|earlier)", lambda m: Sense("DATE", "XXXX", direction="same", offset="P-1Y")),
    rule("for-the", r"for\s(?P<x>the\s(?P<what>week|month|year))(?=[.,;:)]|$|\s(?:of|to|at|as|and|but|on|in|by|from|after|with|through)\b)(?!\s(?:and|to)\s(?:a\s)?half)", lambda m: Sense("DATE", TEMPLATES[words.UNITS[m["what"]]], direction="same")),
    rule("of-the-year", r"(?<=months\sof\s)the\syear(?!-|['’]s\b)", lambda m: Sense("DATE", "XXXX", direction="same")),
    rule("one-day", r"one\sday", lengths.reference("FUTURE_REF")),
    rule("at-the-time", r"at\s(?P<x>the\stime)", lambda m: Sense("DATE", "PAST_REF")),
    rule("mid-year", r"mid[-\s]?year", lambda m: Sense("DATE", "XXXX", mod="MID", direction="same")),
    rule("year-end", r"(?:the\s)?(?:year(?:['’]s)?[-\s]end|end\sof\s(?:the\s)?year)(?P<y>)", periods.year_end),
    rule("spelled-year", rf"(?:the\syear\s)?{_spelled}|the\syear\s(?P<round>two\sthousand)", days.spelled_year),
    rule("part-alone", r"(?P<part>midday|overnight|mid[-\s]?afternoon|mid[-\s]?morning)", days.this_part),
    rule("every", r"(?:(?P<bound>almost|nearly|virtually|about)\s)?(?:each\sand\severy|every|each)\s(?:single\s)?(?:(?P<num>@NUM|other|few|several|couple\sof)\s)?(?P<what>@UNIT|@LWD|@LMON|@SEASON|morning|afternoon|evening)", lengths.every),
    rule("frequency", r"(?:(?P<bound>@BOUND)\s)?(?P<freq>@FREQ)", lengths.frequency),
    rule("times-a", r"(?:once|twice|(?:@NUM|several|many|a\sfew)\stimes)\s(?:a|per|every|each)\s(?P<unit>@UNIT)", lengths.rate),
    rule("the-so-many", r"the\s(?P<num>@NUM)\s(?P<unit>@UNIT)(?<=s)", lengths.duration_sense),
    rule("all-day", r"(?:all|the\s(?:whole|entire)|another|an\sentire|a\swhole)\s(?P<num>)(?P<unit>day|night|week|month|year|hour|weekend|decade|century)", lambda m: Sense("DURATION", duration(1, m["unit"]))),
    rule("window-turned", r"(?P<num>@NUM)\s(?P<way>past|previous|next|coming|upcoming|following)\s(?P<unit>@UNIT)(?<=s)", lengths.window),
    rule("quarter-century", r"(?:a\s)?quarter[-\s](?:of\sa\s)?century", lambda m: Sense("DURATION", "P25Y")),
    rule("long-word", r"(?P<unit>hour|day|week|month|year|decade)[-\s]?long", lambda m: Sense("DURATION", duration(1, m["unit"]))),
    rule("and-a-half", r"(?P<num>@NUM|an?)\s(?P<unit>hour|day|week|month|year)s?\sand\s(?:a\s)?(?P<part>half|quarter)(?!\s(?:ago|later))", lengths.and_a_part),
    rule("half-more", r"(?P<num>@NUM)\sand\s(?:a\s)?(?P<part>half|quarter)[-\s](?P<unit>hour|day|week|month|year)s?", lengths.and_a_part),
    rule("duration", rf"(?:(?P<bound>(?!over\s(?:a|several|many|some|the)\b)@BOUND)\s)?{_counted}[-\s](?:and\sa\shalf[-\s]|(?:full|whole|straight|consecutive|long|entire|solid|additional|more|extra|other|calendar|trading|working|business|successive|short)[-\s])?(?P<unit>@UNIT)(?P<half>\sand\sa\shalf)?(?:,?\s(?:and\s)?(?P<num3>@NUM)\s(?P<unit2>@UNIT))?(?:\sor\s(?:so|more|less|longer))?(?:[-\s]long\b)?(?![-\s]old\b)", lengths.duration_sense),
    rule("length-bare", r"(?P<num>)(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)(?:\s(?:or|and)(?:\seven)?\s(?:days|weeks|months|years|decades|centuries|hours))?(?:[-\s]long)?(?![-\s]old\b)", lengths.duration_sense),
    rule("plural-parts", r"(?P<part>mornings|afternoons|evenings|weekends)", lambda m: Sense("SET", "P1WE" if m["part"] == "weekends" else f"XXXX-XX-XX{part_of(m['part'])}")),
    rule("rate", r"(?:a|per)\s(?P<unit>second|minute|hour|day|night|week|month|quarter|year)", lengths.rate),
    rule("present", "|".join(sorted((w.replace(" ", r"\s") for w in words.PRESENT), key=len, reverse=True)), lengths.reference("PRESENT_REF")),
    rule("future", "|".join(sorted((w.replace(" ", r"\s") for w in words.FUTURE), key=len, reverse=True)), lengths.reference("FUTURE_REF")),
    rule("past", "|".join(sorted((w.replace(" ", r"\s") for w in words.PAST), key=len, reverse=True)), lengths.reference("PAST_REF")),
    rule("season", rf"(?:(?P<the>the\s(?:\w+\s)?|this\s|last\s|next\s|in\s))?(?P<season>@SEASON)(?:\s(?:of\s)?(?:(?P<y>@Y)|{_rel_year}))?", periods.season_only),
    rule("month", r"(?P<mon>@MON)(?P<y>)(?!['’]s\b)", days.month_only),
    rule("spoken-clock", r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?::(?P<minute>[0-5]\d))?(?:\so['’]clock)?\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)", days.spoken_clock),
    rule("ordinal-day", r"(?:on|by|until|since|before|after|of)\s(?P<x>the\s(?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)))(?=\s*(?:[.,;)”\"]|$|and\b|to\b|by\b|when\b|after\b|before\b|but\b|in\b|at\b))", days.ordinal_day),
    rule("clock", r"(?P<clock>@CLOCK)", days.clock_only),
    rule("year", r"(?P<y>(?:19|20|1[678]|21)\d\d)(?![\d%]|[.,]\d|['’]?s\b|-\d)", days.year_only),
)  # fmt: skip


SCANNER = Scanner(RULES)


def sense_of(text: str) -> Sense | None:
    """What a phrase means when the whole of it is one time expression; None when it is not."""
    for made in RULES:
        found = made.pattern.fullmatch(text)
        if found is not None:
            sense = made.sense(found)
            if sense is not None:
                return sense
    return None
