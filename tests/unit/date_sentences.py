"""Sentences in the manner of the news, written for these tests, with the dates that a reader would take from them.

One sentence a line: day of publication (or `-`), the sentence with each date in brackets, and what each date means, in
order: `2024`, `2024-01`, `2024-01-09`, `FIRST..LAST`, or `?` where the sentence leaves it open; before it the relation
(since, until, by, before, after, between) unless it is "on".
"""

from __future__ import annotations

TABLE = """
# --- stated in full: days
- | The harbour bridge opened on [5 January 2020] after two years of work. | 2020-01-05
- | On [March 14, 2018], the regulator fined the airline. | 2018-03-14
- | The treaty was signed [Friday, Jan. 5, 2024], in the capital. | 2024-01-05
- | Voters go to the polls on [Sunday, 9 June 2024]. | 2024-06-09
- | The court heard the appeal on [the 5th of January 2021]. | 2021-01-05
- | The festival, first held [August 3rd, 1996], draws pilots from the coast. | 1996-08-03
- | The patch was published on [2023-11-30], two weeks late. | 2023-11-30
- | Records show the ferry sank on [13/1/2020]. | 2020-01-13
- | The invoice is dated [1/25/2019]. | 2019-01-25
- | The lease began on [5/1/2020]. | ?
- | The mine closed on [31.12.1999]. | 1999-12-31
- | Born [28 September 1872] in the valley, she died on [17 November 1952]. | 1872-09-28 ; 1952-11-17
- | The [9/11] attacks changed airport security. | 2001-09-11
- | Flights stopped after the [Sept. 11] attacks. | 2001-09-11
- | The [Sept. 11, 2001], attacks killed thousands. | 2001-09-11
- | Storm Petra made landfall on [October 7, 2016] near the delta. | 2016-10-07
- | The council met on [12 Feb 2015] and again on [3 Mar 2015]. | 2015-02-12 ; 2015-03-03
- | [1 July 1997] was the day of the handover. | 1997-07-01
- | The minutes of the [April 2, 1982], session were released. | 1982-04-02
- | There is no such day as [February 30, 2021]. | ?
- | The pilot landed on [29 February 2020]. | 2020-02-29
# --- stated in full: ranges of days
- | The fair ran from [January 5 to January 9, 2020]. | between 2020-01-05..2020-01-09
- | The strike of [5-7 January 2020] emptied the stations. | between 2020-01-05..2020-01-07
- | The summit, [June 28-July 2, 2014], cost 12 million euros. | between 2014-06-28..2014-07-02
- | Snow fell between [28 December 2009 and 4 January 2010]. | between 2009-12-28..2010-01-04
- | Trading was halted on [August 5] and [6, 2015]. | 2015-08-05 ; 2015-08-06
- | The exhibition is on show from [3 to 17 May 2022]. | between 2022-05-03..2022-05-17
- | They camped there [October 11–13, 2013], in the rain. | between 2013-10-11..2013-10-13
# --- months of a year
- | Exports fell in [January 2020]. | 2020-01
- | The plant has been idle since [September 2019]. | since 2019-09
- | The ban lasted until [April, 2003]. | until 2003-04
- | In [early March 2021] the river rose. | 2021-03-01..2021-03-10
- | By [mid-November 2008] the bank had failed. | by 2008-11-11..2008-11-20
- | She resigned in [late October 2017]. | 2017-10-21..2017-10-31
- | Between [March and May 2020] the streets were empty. | between 2020-03-01..2020-05-31
- | Prices rose in [March] and [May 2020]. | 2020-03 ; 2020-05
- | Talks dragged on from [December 2018 to February 2019]. | between 2018-12-01..2019-02-28
- | Rain fell from [November to January 2012]. | between 2011-11-01..2012-01-31
- | The index for [2024-01] was revised. | 2024-01
- | The [June 2016] referendum split the party. | 2016-06
- | Ahead of the [May 2015] vote, taxes were cut. | 2015-05
- | May said in [May 2017] that talks would go on. | 2017-05
# --- years
- | Parliament voted in [2020] for the troops to leave. | 2020
- | US forces invaded in [2003] and left in [2011]. | 2003 ; 2011
- | The [2003] invasion toppled the government. | 2003
- | After the [2016] election the mayor stepped down. | 2016
- | The [2016] Olympics were held in Rio. | 2016
- | [2020] elections were postponed in the north. | 2020
- | The group has ruled since [2014]. | since 2014
- | She has led the fund from [2014] onwards. | since 2014
- | The town wants to be carbon neutral by [2030]. | by 2030
- | The dam will not be finished before [2027]. | before 2027
- | Output peaked after [2008]. | after 2008
- | The lighthouse (built [1887]) was sold. | 1887
- | The singer ([1930-2011]) recorded forty albums. | between 1930..2011
- | He governed from [2003 to 2011]. | between 2003..2011
- | Between [2003 and 2011] the budget doubled. | between 2003..2011
- | In the [2019-20] season the club went down. | between 2019..2020
- | The fiscal plan for [2019/20] was approved. | between 2019..2020
- | The [1914-18] war emptied the villages. | between 1914..1918
- | He has edited the paper [2014-present]. | since 2014
- | The law of [1848] freed the serfs. | 1848
- | The abbey was founded in [1098] by monks. | 1098
- | Germany won in [1954], [1974], [1990] and [2014]. | 1954 ; 1974 ; 1990 ; 2014
- | Revenue for [fiscal 2021] was flat. | 2021
- | In [FY2022] the agency hired 40 inspectors. | 2022
- | The class of ['68] met again. | 1968
- | Emissions must fall below [1990] levels. | 1990
- | As of [2020], the island had 312 inhabitants. | 2020
- | [1969] was the year of the moon landing. | 1969
- | Tokyo [2020] was held a year late. | 2020
- | The band's [1987] album sold well. | 1987
- | It dates back to [1650]. | 1650
- | The city was sacked in [AD 410]. | 0410
- | Caesar was murdered in [44 BC]. | ?
- | The population grew from [1990 to 2005]. | between 1990..2005
# --- parts of years, quarters, seasons
- | In [early 2019] the factory reopened. | 2019-01-01..2019-04-30
- | Construction starts in [mid-2025]. | 2025-05-01..2025-08-31
- | By [late 2007] credit had dried up. | by 2007-09-01..2007-12-31
- | At [the end of 2024] the contract runs out. | 2024-12-01..2024-12-31
- | Since [the start of 2022] fuel has doubled in price. | since 2022-01-01..2022-01-31
- | Profit rose in [the third quarter of 2021]. | 2021-07-01..2021-09-30
- | [Q3 2021] was the best quarter on record. | 2021-07-01..2021-09-30
- | Sales slipped in [the first half of 2020]. | 2020-01-01..2020-06-30
- | In [the first nine months of 2022] it built 400 homes. | 2022-01-01..2022-09-30
- | The drought of [summer 2019] ruined the maize. | 2019-06-01..2019-08-31
- | In [the winter of 1944] the city starved. | 1944-12-01..1945-02-28
- | The wall fell in [the autumn of 1989]. | 1989-09-01..1989-11-30
# --- decades and centuries
- | Smoking was common in [the 1950s]. | 1950..1959
- | The band was big in [the '90s]. | 1990..1999
- | Oil prices crashed in [the early 1980s]. | 1980..1983
- | Since [the mid-1990s] the lake has shrunk. | since 1994..1996
- | The fashion of [the sixties] is back. | 1960..1969
- | In [the 1960s] and ['70s] the quarter was rebuilt. | 1960..1969 ; 1970..1979
- | The castle dates from [the 13th century]. | 1201..1300
- | A [19th-century] chapel burned down. | 1801..1900
- | In [the late nineteenth century] the railway came. | 1867..1900
- | Canals were dug in [the 1800s]. | 1800..1899
- | Trade flourished from [the 16th to the 18th century]. | between 1501..1800
# --- told from the day of publication: weekdays and days
2024-01-10 | Police arrested three men on [Tuesday]. | 2024-01-09
2024-01-10 | The ministry said [Wednesday] that talks had begun. | 2024-01-10
2024-01-10 | The vote will be held on [Tuesday]. | 2024-01-16
2024-01-10 | The council is due to meet [Friday]. | 2024-01-12
2024-01-10 | He resigned [last Friday] over the affair. | 2024-01-05
2024-01-10 | The trial opens [next Monday]. | 2024-01-15
2024-01-10 | Nurses walked out on [Monday] and [Tuesday]. | 2024-01-08 ; 2024-01-09
2024-01-10 | The quake struck late [Monday night]. | 2024-01-08
2024-01-10 | [Sunday]'s derby was called off. | 2024-01-07
2024-01-10 | On [Thursday], voters will choose a mayor. | 2024-01-11
2024-01-10 | [Yesterday] the river burst its banks. | 2024-01-09
2024-01-10 | The queen arrives [tomorrow]. | 2024-01-11
2024-01-10 | Two people died in a fire [last night]. | 2024-01-09
2024-01-10 | Schools are shut [today]. | 2024-01-10
2024-01-10 | The ship docked [this morning]. | 2024-01-10
2024-01-10 | She left [the day before yesterday]. | 2024-01-08
2024-01-10 | Patrols ran from [Friday to Sunday]. | between 2024-01-05..2024-01-07
2024-01-10 | A gunman fired at guards on [Saturday], the army said. | 2024-01-06
- | The envoy arrived on [Tuesday]. | ?
2024-01-10 | The minister said on [Monday] the deal would be signed on [Friday]. | 2024-01-08 ; 2024-01-12
# --- told from the day of publication: days and months without a year
2024-01-10 | Since his [Jan. 5] announcement the currency has slid. | 2024-01-05
2024-01-10 | A bus crashed on [December 20], killing nine. | 2023-12-20
2024-01-10 | The runoff is scheduled for [February 25]. | 2024-02-25
2024-01-10 | The raid of [3 October] freed two hostages. | 2023-10-03
2024-01-10 | The budget passed in [November]. | 2023-11
2024-01-10 | The reactor will restart in [March]. | 2024-03
2024-01-10 | Shelling since [mid-December] has cut the road. | since 2023-12-11..2023-12-20
2024-01-10 | The truce held until [early January]. | until 2024-01-01..2024-01-10
2024-01-10 | On [Friday, Jan. 5], the mayor quit. | 2024-01-05
2024-01-10 | The talks ran [January 3-5] in Geneva. | between 2024-01-03..2024-01-05
2024-01-10 | Sales rose in [October] and [November]. | 2023-10 ; 2023-11
2024-01-10 | The strike lasted from [Nov. 28 to Jan. 3]. | between 2023-11-28..2024-01-03
2024-01-10 | The deadline is [January 31]. | 2024-01-31
2024-01-10 | [Last January] the lake froze over. | 2023-01
2024-01-10 | The pact expires [next June]. | 2024-06
2024-07-15 | The [June] figures surprised economists. | 2024-06
2024-07-15 | He was sworn in on [20 January this year]. | 2024-01-20
2024-07-15 | Floods in [March last year] destroyed the crop. | 2023-03
2023-11-20 | Elections are planned for [April]. | 2024-04
- | The raid took place on [3 October]. | ?
- | The budget passed in [November]. | ?
# --- told from the day of publication: periods
2024-01-10 | Inflation slowed [last month]. | 2023-12
2024-01-10 | The firm will hire 200 engineers [this year]. | 2024
2024-01-10 | Wages rose 4% [last year]. | 2023
2024-01-10 | The ban takes effect [next month]. | 2024-02
2024-01-10 | [Last week] the lawmaker quit. | 2024-01-01..2024-01-07
2024-01-10 | Ministers meet [next week] in Lisbon. | 2024-01-15..2024-01-21
2024-01-10 | Clashes over [the weekend] left four dead. | 2024-01-06..2024-01-07
2024-01-10 | The two were arrested [last weekend]. | 2024-01-06..2024-01-07
2024-01-10 | The shop opened [four years ago]. | 2020
2024-01-10 | They married [two weeks ago]. | 2023-12-25..2023-12-31
2024-01-10 | The probe crashed [three days ago]. | 2024-01-07
2024-01-10 | [Six months ago] the valley was green. | 2023-07
2024-01-10 | [A decade ago] the port was empty. | 2014
2024-01-10 | [Half a century ago] the coup took place. | 1974
2024-01-10 | More than [20 years ago] the mine closed. | before 2004
2024-01-10 | [Several years ago] a bear was seen here. | ?
2024-01-10 | In [the past three months] rents have jumped. | 2023-10-10..2024-01-10
2024-01-10 | Over [the last decade] the glacier lost a third. | 2014-01-10..2024-01-10
2024-01-10 | For [the past two years] he has lived abroad. | 2022-01-10..2024-01-10
2024-01-10 | Within [the next five years] it plans 30 stations. | 2024-01-10..2029-01-10
2024-05-10 | [Earlier this year] the senate backed the plan. | 2024-01-01..2024-05-10
2024-05-10 | A verdict is expected [later this month]. | 2024-05-10..2024-05-31
2024-01-10 | [Late last month] the volcano erupted. | 2023-12-21..2023-12-31
2024-01-10 | The rocket will fly [early next year]. | 2025-01-01..2025-04-30
2024-05-10 | By [the end of the year] the bridge will be open. | by 2024-12-01..2024-12-31
2024-05-10 | By [the end of this year] the bridge will be open. | by 2024-12-01..2024-12-31
2024-05-10 | Since [the beginning of the year] 40 have drowned. | since 2024-01-01..2024-01-31
2024-01-10 | [Last summer] the beaches were closed. | 2023-06-01..2023-08-31
2024-05-10 | The tour is planned for [this autumn]. | 2024-09-01..2024-11-30
2024-05-10 | Profits fell in [the first quarter]. | 2024-01-01..2024-03-31
2024-02-10 | Profits fell in [the fourth quarter]. | 2023-10-01..2023-12-31
2024-01-10 | The plane vanished [ten years ago]. | 2014
2024-01-10 | The rules change [two months from now]. | 2024-03
2024-01-10 | In [two years' time] the lease ends. | 2026
2024-01-10 | [Tuesday last week] was the coldest day. | 2024-01-02
# --- told from the event before it
- | He was arrested on [Jan. 5, 2020], and freed [two days later]. | 2020-01-05 ; 2020-01-07
- | She joined in [2018] and left [the following year]. | 2018 ; 2019
- | The club folded in [1998]; [the next year] a new one was founded. | 1998 ; 1999
- | They met in [2001] and married [three years later]. | 2001 ; 2004
- | In [1980] it broke off ties over a treaty signed [the year before]. | 1980 ; 1979
- | The offer was made in [May 2007] and dropped [the following month]. | 2007-05 ; 2007-06
- | He was shot on [3 May 1995] and died [the next day]. | 1995-05-03 ; 1995-05-04
- | Exports rose in [2009], compared with [the previous year]. | 2009 ; 2008
- | In [2012] the team won the cup; [that year] it also moved ground. | 2012 ; 2012
- | [The next year] the island was sold. | ?
- | [Two days later] the king fled. | ?
2024-01-10 | The bomb went off on [Monday]; [a day later] police found a second. | 2024-01-08 ; 2024-01-09
- | In [1977] a pact handed over the canal by [the end of the century]. | 1977 ; by 1991..2000
- | She was born in [March 1970] and baptised in [April of that year]. | 1970-03 ; 1970-04
# --- prepositions
- | The offer stands through [2025]. | until 2025
- | The pipeline must close no later than [June 2026]. | by 2026-06
- | Prior to [2015], no census was taken. | before 2015
- | Following [March 2011], the reactors were idle. | after 2011-03
- | The post-[2015] rules are stricter. | after 2015
- | Pre-[2003] models are exempt. | before 2003
- | The tax applies from [1 July 2019] onward. | since 2019-07-01
- | Starting in [2026], cars must be tested yearly. | since 2026
- | Before the [2003] invasion he was a baker. | 2003
- | Since the [2019] protests the square is fenced off. | 2019
- | During [2016] the reserve lost 90 rhinos. | 2016
- | The decree, dated [4 May 1990], was never repealed. | 1990-05-04
- | Up to [2012] the lake was drinkable. | until 2012
- | As early as [1995] engineers had warned. | 1995
- | The summit was postponed from [3 June 2021] to [9 June 2021]. | 2021-06-03 ; 2021-06-09
# --- no dates at all
- | Some 2000 troops crossed the bridge. |
- | About 2,020 people signed. |
- | The firm paid $2020 for the painting. |
- | He won 5-4 and 6-3. |
- | The shop is open 24/7 and 2/3 of guests return. |
- | Theresa May may march with them. |
- | In all 1500 villagers fled. |
- | Call 555-1984 or 020 7946 2000. |
- | She lives at 1600 Pennsylvania Avenue. |
- | The crew of flight 1549 was praised. |
- | Resolution 1441 passed unanimously. |
- | The drug cut deaths by a second-order effect. |
- | The sun sat low and he may go. |
- | They march 12 miles and may 5 of them rest. |
- | The march on the capital drew crowds. |
- | An august assembly met. |
- | Version 2.0.2020 fixes the bug. |
- | The peak is 1950 metres high. |
- | The blast came at 1430 GMT. |
- | It killed 1999 people. |
- | A crowd of 1500 gathered. |
- | Output rose from 1500 to 2000. |
- | He is in his 20s and she is in her thirties. |
- | The 1500-strong choir sang. |
- | COVID-19 and the F-16 made news. |
- | Page 1984 of the report is missing. |
- | Every Tuesday the market opens. |
- | Black Friday sales were weak. |
- | The day after the attack he fled. |
- | A year of drought followed. |
- | For decades the valley was closed. |
- | It took three days and two weeks. |
# --- longer sentences, several dates, decoys
2024-03-06 | Lawmakers in the northern province, who last convened on [Dec. 19], will reconvene on [March 12] to weigh the water bill, the speaker said [Tuesday]. | 2023-12-19 ; 2024-03-12 ; 2024-03-05
2024-03-06 | The utility, founded in [1921], said profit for [the fourth quarter] slid to $1,980 a share from $2,010 [a year earlier]. | 1921 ; 2023-10-01..2023-12-31 ; 2022
2021-08-17 | Officials had hoped to reopen the border by [July 1], but a surge that began in [late June] pushed the plan back to [September]. | by 2021-07-01 ; 2021-06-21..2021-06-30 ; 2021-09
2023-05-02 | In the [2019] crash, 157 people died; the airline grounded its fleet [four days later]. | 2019 ; ?
2022-11-21 | Almost 2000 runners took part in [Sunday]'s marathon, the first since [2019]. | 2022-11-20 ; since 2019
2020-02-03 | The WHO declared an emergency on [Thursday], a month after the first cases were reported on [Dec. 31]. | 2020-01-30 ; 2019-12-31
2023-10-04 | The speaker was ousted [Tuesday] in a 216-210 vote, the first such removal in the chamber since it was set up in [1789]. | 2023-10-03 ; 1789
2019-04-16 | The spire, added in [the 19th century], collapsed at 7:50 p.m. on [Monday], 12 hours after a mass. | 1801..1900 ; 2019-04-15
2018-06-12 | Kim and Trump shook hands on [Tuesday], 65 years after an armistice halted the war of [1950-53]. | 2018-06-12 ; between 1950..1953
2016-06-25 | Britons voted by 52 to 48 percent on [June 23] to leave the bloc they had joined in [1973]. | 2016-06-23 ; 1973
2024-01-10 | Taiwan holds elections on [Saturday], eight years after the party took office in [May 2016]. | 2024-01-13 ; 2016-05
2023-07-01 | The jobless rate stood at 3.7% in [May], up from 3.4% in [April], data released [Friday] showed. | 2023-05 ; 2023-04 ; 2023-06-30
2023-07-01 | The central bank raised rates ten times between [March 2022 and May], to 5.25%. | between 2022-03-01..2023-05-31
2022-02-24 | Russia annexed the peninsula in [2014] and, early on [Thursday], sent troops across the border. | 2014 ; 2022-02-24
2015-09-01 | Since [January], more than 2,600 people have drowned; [last year]'s total was 3,279. | since 2015-01 ; 2014
2017-12-20 | He is to be sentenced on [Jan. 30], prosecutors said, and could be freed as early as [2031]. | 2018-01-30 ; 2031
2021-01-07 | Congress certified the vote early [Thursday], hours after a mob broke in on [Wednesday afternoon]. | 2021-01-07 ; 2021-01-06
2023-03-30 | Heavy rain is forecast from [Friday night until Sunday]. | between 2023-03-31..2023-04-02
2019-12-30 | A law passed [earlier this month] takes effect on [January 1, 2020]. | 2019-12-01..2019-12-30 ; 2020-01-01
2023-12-29 | Voters will elect a new assembly on [January 14]. | 2024-01-14
2024-08-09 | Her first gold came at the [2012] Games; [this summer] she took her fourth. | 2012 ; 2024-06-01..2024-08-31
2024-08-09 | The theatre, closed since [last autumn], is to reopen in [the spring of 2025]. | since 2023-09-01..2023-11-30 ; 2025-03-01..2025-05-31
2024-08-09 | Police in [1994] said 800 were killed; [three decades later] the toll is put at 1,200. | 1994 ; 2024
2024-08-09 | The agency's [August 2] forecast put growth at 2.1% for [2024] and 1.8% for [2025]. | 2024-08-02 ; 2024 ; 2025
2024-08-09 | Wheat futures for [September] delivery fell [Thursday]. | 2024-09 ; 2024-08-08
2024-08-09 | The couple wed in [June] and flew out [two days later]. | 2024-06 ; ?
2024-08-09 | A similar quake in [August 1999] killed 17,000 there. | 1999-08
2024-08-09 | Mayor June Castellano and April Boone, her deputy, spoke on [Aug. 1]. | 2024-08-01
2024-08-09 | The reactor has run since [the early 1970s], and its licence ends in [mid-2026]. | since 1970..1973 ; 2026-05-01..2026-08-31
2024-08-09 | The bank, which cut 1,900 jobs in [2022] and [2023], will shed 2,100 more by [end-2025]. | 2022 ; 2023 ; by 2025-12-01..2025-12-31
2024-08-09 | Ferries resumed on [Friday] after being halted on [Wednesday] and [Thursday]. | 2024-08-09 ; 2024-08-07 ; 2024-08-08
2024-08-09 | The sale, agreed on [July 30], is expected to close in [the first quarter of 2025]. | 2024-07-30 ; 2025-01-01..2025-03-31
2024-08-09 | Some 3,000 people marched [Thursday] to mark the [Aug. 8, 1988], uprising. | 2024-08-08 ; 1988-08-08
2024-08-09 | In [the second half of the 1990s] the town lost 2,000 jobs. | 1995..1999
2024-08-09 | Between [late 2021 and early 2022] prices doubled. | between 2021-09-01..2022-04-30
2024-08-09 | The census of [2011] counted 1.2 million; that of [2021], 1.4 million. | 2011 ; 2021
2024-08-09 | The minister, 61, has held office since winning the [2020] vote. | 2020
2024-08-09 | [Monday through Wednesday] brought record heat. | between 2024-08-05..2024-08-07
2024-08-09 | He had been due in court on [Aug. 6], but the hearing was moved to [Aug. 20]. | 2024-08-06 ; 2024-08-20
2024-08-09 | They have lived there for [the last 20 years]. | 2004-08-09..2024-08-09
2024-08-09 | It was the driest [July] since [1911]. | 2024-07 ; since 1911
2024-08-09 | The pact of [July 1936], revised in [1963] and [1976], still governs the straits. | 1936-07 ; 1963 ; 1976
2024-08-09 | Turnout was the lowest since [the 1980s], at 41 percent. | since 1980..1989
2024-08-09 | On the night of [Aug. 3] the ice gave way. | 2024-08-03
# --- found in real text, told anew
- | Net zero must come no later than [2050]. | by 2050
- | Since [2000] more than 40 dams were built. | since 2000
2020-06-17 | Infections shifted to the young from [April through June]. | between 2020-04-01..2020-06-30
- | The 20th Century Fox lot and Saturday Night Live are landmarks. |
- | The [1980] race was run in [the second quarter of the year]. | 1980 ; 1980-04-01..1980-06-30
- | The pianist (b. [1569]) never travelled. | 1569
- | Asked about [2018], the coach smiled. | 2018
- | Her hit '22' topped the list. |
- | In [1954] after sending troops abroad it signed a pact. | 1954
- | The [1982] deaths of dozens were never solved. | 1982
- | A poll of 1004 adults was taken. |
2024-01-10 | The last Sunday in [March] clocks go forward. | 2023-03
- | The readers of USA Today chose the winner. |
- | Ruled by one house ([1392-1910]), Korea grew rich. | between 1392..1910
2020-03-13 | Rules changed on [March 4] and [5], respectively. | 2020-03-04 ; 2020-03-05
- | From roughly [1948 to 1951] he edited a column. | between 1948..1951
2019-12-14 | That [September] the movement began. | ?
2023-05-02 | The court had ruled the following [March]. | ?
# --- a third round, written without looking at the rules
2024-11-05 | Polls close at 8 p.m. [Tuesday] in the east and the count may run into [Thursday]. | 2024-11-05 ; 2024-11-07
2022-09-19 | The queen, who died [Sept. 8] aged 96, had reigned since [February 1952]. | 2022-09-08 ; since 1952-02
2022-09-19 | Mourners queued from [Wednesday] until dawn on [Monday]. | 2022-09-14 ; until 2022-09-19
2023-02-08 | More than 11,000 have died since [Monday]'s quakes, the worst there since [1999]. | 2023-02-06 ; since 1999
2023-06-19 | The submersible dived at 8 a.m. on [Sunday] and lost contact 1 hour and 45 minutes later. | 2023-06-18
2021-03-30 | The container ship, stuck since [March 23], was refloated on [Monday]. | since 2021-03-23 ; 2021-03-29
2020-11-30 | By [Dec. 14] the electors must vote; the new president takes office on [Jan. 20]. | by 2020-12-14 ; 2021-01-20
2018-03-15 | The spy and his daughter were poisoned on [4 March]. | 2018-03-04
2016-11-09 | He won the White House on [Nov. 8, 2016], 18 months after he rode down an escalator. | 2016-11-08
2014-03-20 | Flight 370 vanished on [8 March] with 239 people aboard. | 2014-03-08
2024-05-20 | Annual inflation eased to 3.4% in [April] from 3.5% in [March]. | 2024-04 ; 2024-03
2024-05-20 | The company, which went public in [the fall of 1997], is to report [first-quarter] results [Thursday]. | 1997-09-01..1997-11-30 ; 2024-01-01..2024-03-31 ; 2024-05-23
2024-05-20 | Work on the line, begun in [2009] and due to end in [2020], will not be done before [2033]. | 2009 ; 2020 ; before 2033
2024-05-20 | Two climbers missing since [last Tuesday] were found on [Sunday]. | since 2024-05-14 ; 2024-05-19
2024-05-20 | The vaccine was licensed in [December 2020], nine months after trials began in [March of that year]. | 2020-12 ; 2020-03
2024-05-20 | Between [1990 and the end of 2010], forest cover shrank by a third. | between 1990-01-01..2010-12-31
2024-05-20 | Since taking office in [January 2021] she has vetoed 14 bills. | 2021-01
2024-05-20 | Farmers lost their crop to frost twice [this spring]. | 2024-03-01..2024-05-31
2024-05-20 | The tower was the world's tallest from [1930 until 1931]. | between 1930..1931
2024-05-20 | At least 1,900 homes burned in [August 2023]. | 2023-08
2024-05-20 | The statute of [1 January 1900] is still in force. | 1900-01-01
2024-05-20 | Some 60 years after the revolution of [1959], rationing is back. | 1959
2024-05-20 | She holds the [2012], [2016] and [2021] titles. | 2012 ; 2016 ; 2021
2024-05-20 | Unemployment, at 5.1% [a year ago], is now 4.4%. | 2023
2024-05-20 | The drug was approved in [the early 2000s] and withdrawn in [2011]. | 2000..2003 ; 2011
2024-05-20 | Talks broke down on [May 7]; [the following day] tanks rolled in. | 2024-05-07 ; 2024-05-08
2024-05-20 | The curfew runs nightly from 9 p.m. to 5 a.m. until [June 1]. | until 2024-06-01
2024-05-20 | The prince was crowned on [6 May last year]. | 2023-05-06
2024-05-20 | About 400 of the 2,000 seats were empty at [Saturday night]'s show. | 2024-05-18
2024-05-20 | It has been illegal to hunt them since [the mid-'80s]. | since 1984..1986
2024-05-20 | [The day after tomorrow] the strike enters its third week. | 2024-05-22
2024-05-20 | Turnover in the six months to [March 31] fell 8%. | 2024-03-31
2024-05-20 | In the year to [April], rents rose 9%. | 2024-04
2024-05-20 | Nearly [200 years later] the duel of [July 11, 1804], still fascinates. | ? ; 1804-07-11
2024-05-20 | A referendum is set for [Oct. 14]. | 2024-10-14
2024-05-20 | The team last won the title in [2008-09]. | between 2008..2009
2024-05-20 | On the 10th anniversary of the [2014] sinking families gathered. | 2014
2024-05-20 | Sales peaked at 2,015 units in [2015]. | 2015
2024-05-20 | Since [Oct. 7 last year] the border has been shut. | since 2023-10-07
# --- corners of single rules
- | Release 1.2.2020 and lot 5/6-2020 and 45/45/2020 are no days. |
- | On [31/12/99] the lights went out, on [5/5/2020] they came back. | 1999-12-31 ; 2020-05-05
- | On [5.1.2020] the depot closed. | 2020-01-05
- | Some 9/11 people out of 20 agreed. |
- | In [2020] march 5 was no holiday. | 2020
- | [2019 October 12] is the date on the stone. | 2019-10-12
- | COVID-19 March briefings drew crowds, and page 5 May readers skipped. |
- | In [May] 5 people were hurt and in [June] 12 soldiers fell. | ? ; ?
- | On [January 5] and 30 of the crew were missing. | ?
- | On [January 5], 2000 troops crossed the river. | ?
- | In [March] 2000 people fled. | ?
- | In [may 2019] and in [march 2020] he wrote in lower case. | 2019-05 ; 2020-03
- | It rained on [January 7]-3. | ?
- | The hotel was full on 7-3 [January 2020]. | 2020-01
- | He fell ill in [January the following year]. | ?
- | They moved in [June the next year]. | ?
2024-05-20 | In [the first three weeks of this year] it sold 900 cars. | 2024-01-01..2024-01-21
2024-05-20 | In [the last three months of 2023] it sold 1,200. | 2023-10-01..2023-12-31
2024-05-20 | In [the first ten days of 2024] it rained. | 2024-01-01..2024-01-10
2024-05-20 | In [the last two quarters of 2023] profits fell. | 2023-07-01..2023-12-31
2024-05-20 | In [the fourth quarter of last year] it lost money. | 2023-10-01..2023-12-31
2024-05-20 | They led by six points in the fourth quarter of the game. |
2024-05-20 | He scored twice in the third quarter. |
2024-05-20 | [Q1] and [H1 2023] were weak, but q2 and H2 are labels. | 2024-01-01..2024-03-31 ; 2023-01-01..2023-06-30
2024-05-20 | Turnout in [the autumn of last year] was low. | 2023-09-01..2023-11-30
- | They met in the autumn of [that year]. | ?
- | In the fall 2000 troops fell back. |
2024-05-20 | This fall in prices helps, and last fall of snow hurt. |
2024-01-20 | [This winter] has been mild, unlike [last winter]. | 2023-12-01..2024-02-29 ; 2022-12-01..2023-02-28
2024-05-20 | [Next summer] the stadium closes. | 2025-06-01..2025-08-31
- | The budget for [fiscal 2019-20] was late; fiscal 2020-19 is a slip. | 2019..2020
- | The tour of [1999-00] sold out. | between 1999..2000
- | Flats 2003-1999 and case 2019/25 are no years. |
- | In [the 2020s] and in [1990's] prose, but [2020]'s heat was new. | 2020..2029 ; 1990..1999 ; 2020
- | Temperatures were in the 80s. |
- | Coins of [the 3rd century BC] were found. | ?
- | [The late 18th and early 19th century] saw revolutions. | between 1767..1833
- | Trade of the 18th to [16th century] is a slip. | 1501..1600
- | Tickets cost '50 and the class of '68' is a song. |
2024-05-20 | By [year-end] it will hire 40; by [year's end 2025], 60. | by 2024-12-01..2024-12-31 ; by 2025-12-01..2025-12-31
- | [The next Tuesday] and [the following Friday] they met. | ? ; ?
2024-05-22 | [This Friday] the fair opens; [next Wednesday] it ends. | 2024-05-24 ; 2024-05-29
2024-05-22 | [Next decade] and over [the next year] costs will rise. | 2030..2039 ; 2024-05-22..2025-05-22
- | Same year, previous years and previous day passes differ. |
- | [The following weekend] they met again. | ?
2024-05-22 | [This weekend] and [next weekend] are booked. | 2024-05-25..2024-05-26 ; 2024-06-01..2024-06-02
2024-05-22 | He will speak [this evening] and nobody slept [that night]. | 2024-05-22 ; 2024-05-22
2024-05-22 | For [the past week] and the past day it rained. | 2024-05-15..2024-05-22
2024-05-22 | In [the past 48 hours] calls doubled. | 2024-05-20..2024-05-22
2024-05-22 | In [the last two fortnights] he slept badly. | 2024-04-24..2024-05-22
2024-05-22 | Last two weeks of [June], next 3 of us. | 2024-06
2024-05-22 | [A year ago today] she won; [a year ago this week] he lost. | 2023-05-22 ; 2023-05-22..2023-05-28
2024-05-22 | [Three hours ago] it began; [a fortnight ago] it was dry. | 2024-05-22 ; 2024-05-06..2024-05-12
2024-05-22 | [A quarter of a century ago] the union formed; [two dozen years ago] it split. | 1999 ; 2000
2024-05-22 | [Half a year from now] we shall know. | ?
- | [Three hours later] and [half a year later] they returned. | ? ; ?
- | Day after day, a year before the vote, he walked. |
- | Late in the evening of the year of the flood they left. |
2024-05-22 | [Earlier in the week] and [later in the year] it is dry. | 2024-05-20..2024-05-22 ; 2024-05-22..2024-12-31
2024-05-22 | It ran [Dec. 30, 2023, to Jan. 4]. | between 2023-12-30..2024-01-04
2024-05-22 | They stay from [Thursday to Monday], the pair said. | between 2024-05-16..2024-05-20
- | Shops close from [Nov. 3 to Nov. 1, 2020]. | between 2019-11-03..2020-11-01
- | One of 5 of May's rivals fled. |
- | The march of [that year] was loud. | ?
- | Every July the lake dries. |
- | In the first 0 months of [2022] nothing sold, in the first 60 weeks of [2022] less. | 2022 ; 2022
- | The last week of the tour was the best. |
2024-01-10 | It happens [this night]. | 2024-01-10
- | One fine day after, he left. |
- | At the start of the year of mourning she fled. |
2024-01-10 | Rents will rise from [March 2030 to May]. | between ?
2024-01-10 | The fair ran from [Tuesday to Friday]. | between 2024-01-02..2024-01-05
2024-01-10 | The fair will run from [Tuesday to Friday]. | between 2024-01-16..2024-01-19
2024-01-10 | [Early in the third quarter of 2021] and in [late summer 2019] it rained. | 2021-07 ; 2019-08
2024-01-10 | [Early last week] and in [the first half of last week] it snowed. | 2024-01-01..2024-01-03 ; 2024-01-01..2024-01-07
- | In 1500 homes the lights went out in [1066]. | 1066
- | Prices of [jan 2020] and [dec 2019] were typed in haste. | 2020-01 ; 2019-12
# --- which way the sentence looks
2024-01-10 | It was told in the [Feb. 3] edition of the paper. | 2024-02-03
2024-01-10 | He left office on [January 20th] at noon. | 2023-01-20
2024-01-10 | The clerk said the vote on [Feb. 25] would go ahead. | 2024-02-25
2024-01-10 | The clerk said the vote on [Friday] will go ahead. | 2024-01-12
2024-01-10 | He told reporters on [Monday] that he will resign on [Friday]. | 2024-01-08 ; 2024-01-12
2024-01-10 | The cabinet announced a [Feb. 20] referendum. | 2024-02-20
2024-01-10 | The two chambers met on [Feb. 20] in secret. | 2023-02-20
2024-01-10 | They must leave by [February]. | by 2024-02
- | The first troops came in [2003] and later withdrew. | 2003
- | Homes built in [2015] or later are exempt. | since 2015
- | Divorce was not legal; not until [1967] did the law change. | 1967
- | It wasn't until [May 2019] that he quit. | 2019-05
- | Prices are at their highest since at least [1997]. | since 1997
- | The polls closed on [24-25 June]. | between ?
# --- a part of a month by its number, spans with short names
- | [The first week of January 2020] was dry. | 2020-01-01..2020-01-07
- | [The last week of February 2021] was wet. | 2021-02-22..2021-02-28
- | On [the last day of 2019] it closed. | 2019-12-31
2024-01-10 | They met in [the third week of November]. | 2023-11-15..2023-11-21
2024-01-10 | He said [last week] in Paris that he would go. | 2024-01-01..2024-01-07
- | Orders fell in [Jan-Mar 2020] and [Apr–Jun 2020]. | between 2020-01-01..2020-03-31 ; between 2020-04-01..2020-06-30
- | The [2008-9] crash and the 2008-5 lot differ. | between 2008..2009
- | By [end 2020] and by [end-March 2021] it was done. | by 2020-12-01..2020-12-31 ; by 2021-03-21..2021-03-31
- | They start [2020] shows early and close [2021] deals late. | 2020 ; 2021
- | Output in [June 2023] fell 2% from [the same month a year earlier]. | 2023-06 ; 2022-06
- | Sales in [the second quarter of 2022] beat [the same quarter of the previous year]. | 2022-04-01..2022-06-30 ; 2021-04-01..2021-06-30
2024-01-10 | Arrivals rose in [December] against [the same month last year]. | 2023-12 ; 2022-12
- | From [mid-May to early June 2019] it was shut. | between 2019-05-11..2019-06-10
# --- names of months as owners and adjectives; years after verbs of change
2006-01-10 | [December]'s Pacific storm sank nine boats. | 2005-12
2006-01-10 | Before a [November] U.N.-led raid the camp was full. | 2005-11
2006-07-10 | Orders held at [May]'s pace, and inconclusive [March] elections left no cabinet. | 2006-05 ; 2006-03
2006-07-10 | The [June-July] war ended. | between 2006-06-01..2006-07-31
- | Profit was double the gain from [2007]. | 2007
- | Fighting picked up again by [1996]. | by 1996
- | Wages stagnated at [1980] levels. | 1980
- | The islands ([1788 - 1814] and [1825 - 55]) were a penal colony. | between 1788..1814 ; between 1825..1855
- | A [2003] police video shows the boy. | 2003
- | The ties stretch back to at least [1993]. | 1993
- | The batsman made his first century at noon. |
2006-07-10 | The envoys return on [June first], and peace came on [May fifth]. | 2006-06-01 ; 2006-05-05
- | In [May] first-time voters came. | ?
# --- a fourth round, written without looking at the rules
2025-03-11 | The canal, shut after a dredger capsized on [Feb. 27], reopens [Thursday], the port authority said. | 2025-02-27 ; 2025-03-13
2025-03-11 | Teachers will strike for two days from [March 19] unless pay talks resume by [Friday]. | 2025-03-19 ; by 2025-03-14
2025-03-11 | Consumer prices climbed 2.8% in [February] from [a year earlier], down from 3% in [January]. | 2025-02 ; 2024 ; 2025-01
2025-03-11 | Ferreira, 54, led the union from [2006 to 2019] and was jailed in [November 2021]. | between 2006..2019 ; 2021-11
2025-03-11 | The glacier has retreated 800 metres since [1985], twice as fast as between [1950 and 1985]. | since 1985 ; between 1950..1985
2025-03-11 | Hospitals were told on [Monday] to cancel operations until [the end of the month]. | 2025-03-10 ; until 2025-03-21..2025-03-31
2025-03-11 | A [1987] treaty banned them; both sides quit it in [August 2019]. | 1987 ; 2019-08
2025-03-11 | It was the port's busiest [February] since records began in [1963]. | 2025-02 ; 1963
2025-03-11 | The orchestra, founded in [the late 1880s], has toured every year since the war ended in [1945]. | 1887..1889 ; 1945
2025-03-11 | Rescuers pulled a girl alive from the rubble on [Sunday], four days after the quake. | 2025-03-09
2025-03-11 | Net sales for the quarter ended [Dec. 31] were 4.2 billion kroner. | 2024-12-31
2025-03-11 | The mayor took office on [1 December last year] and quit within 100 days. | 2024-12-01
2025-03-11 | Lawmakers have until midnight [Friday] to pass the budget. | until 2025-03-14
2025-03-11 | About 1,600 inmates fled on the night of [3-4 March]. | between 2025-03-03..2025-03-04
2025-03-11 | The trial, which began in [January], is expected to last until [late April]. | 2025-01 ; until 2025-04-21..2025-04-30
2025-03-11 | In [2015], 195 nations agreed to cap warming; [ten years later] few are on track. | 2015 ; 2025
2025-03-11 | He was last seen at about 9 p.m. on [Saturday 1 March]. | 2025-03-01
2025-03-11 | Sales of the [2024] model start [next month]. | 2024 ; 2025-04
2025-03-11 | She became chief on [Sept. 1, 2017], replacing a man who had held the post since [1998]. | 2017-09-01 ; since 1998
2025-03-11 | The fire of [September 1666] destroyed 13,200 houses. | 1666-09
2025-03-11 | By [the early 1900s] whales were scarce; in [the 1960s] hunting was curbed. | by 1900..1932 ; 1960..1969
2025-03-11 | The currency lost 12% between [Jan. 2 and March 7]. | between 2025-01-02..2025-03-07
2025-03-11 | A new census is due in [2027], two years behind schedule. | 2027
2025-03-11 | [Last year]'s harvest was the worst in a decade. | 2024
2025-03-11 | The bill passed 61-38 late [Monday] and now goes to the governor. | 2025-03-10
2025-03-11 | During [the first two months of 2025], 214 boats arrived. | 2025-01-01..2025-02-28
2025-03-11 | The ceasefire took hold on [19 January], 15 months into the war. | 2025-01-19
2025-03-11 | Police said [Tuesday] they had arrested a man over a [1999] murder. | 2025-03-11 ; 1999
2025-03-11 | From [April 2] imports will face a 25% tariff. | since 2025-04-02
2025-03-11 | The museum will be closed from [November 2025 to March 2027]. | between 2025-11-01..2027-03-31
2025-03-11 | The 45th president left office in [January 2021] and came back [four years later]. | 2021-01 ; 2025
2025-03-11 | Some 70,000 fled in [the last two weeks], the agency said. | 2025-02-25..2025-03-11
2025-03-11 | They won in [2010], [2014] and again [last November]. | 2010 ; 2014 ; 2024-11
2025-03-11 | Output hit 2,100 barrels in [December 2024], the most since [mid-2019]. | 2024-12 ; since 2019-05-01..2019-08-31
2025-03-11 | The storm is forecast to make landfall late [Wednesday] or early [Thursday]. | 2025-03-12 ; 2025-03-13
- | We may first, he said. |
- | A crowd of 1600 Dutch farmers came; the plague of [1601] killed more. | 1601
- | The [1815] battle was short, and soldiers in 1700 uniforms lost it. | 1815
"""
