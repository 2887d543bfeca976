import { ownAddresses } from './own-addresses.ts'
import { reachedAddresses } from './reached-addresses.ts'
import type { Step } from './steps.ts'
import type { Seat } from './visitors.ts'

/** The languages of the interface, in which every page is looked at. */
export const languages = ['fr', 'ko', 'en'] as const

export interface PageAddress {
  /** Names the picture of the page. */
  name: string
  /** With `:language` in the place of the language. */
  path: string
  /** The page is the one to which the first of these links leads: its address is not known beforehand. */
  follow?: string
  /** The page is the one at which this way arrives from the path. */
  reach?: Step
  /** The expected status; 200 by default. */
  status?: number
  /** The person who looks at it; anybody when left out. */
  as?: Seat
}

const site = '/:language'
const group = `${site}/france-coree`

/** When editions “of today”, which the first start of a demonstration makes, are known wherever its group is. */
export const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/**
 * Every page that is looked at in a browser: by axe, by its own checks, and for pictures. A new page is a line here.
 */
export const pageAddresses: PageAddress[] = [
  { name: 'home', path: site },
  { name: 'network', path: group },
  { name: 'network-today', path: `${group}?now=2026-11-25` },
  { name: 'group', path: `${group}/group` },
  { name: 'members', path: `${group}/group/members` },
  { name: 'cooperations', path: `${group}/cooperations` },
  { name: 'cooperations-map', path: `${group}/cooperations?view=map` },
  { name: 'cooperations-timeline', path: `${group}/cooperations?view=timeline` },
  {
    name: 'cooperations-filtered',
    path: `${group}/cooperations?theme=culture&status=active&country=FR&sort=since`,
  },
  { name: 'cooperations-none', path: `${group}/cooperations?q=zzzz` },
  { name: 'cooperation', path: `${group}/cooperations/lille-daegu` },
  { name: 'cooperation-twinning', path: `${group}/cooperations/limoges-icheon` },
  { name: 'cooperation-dormant', path: `${group}/cooperations/evian-muju` },
  { name: 'cooperation-inherited', path: `${group}/cooperations/grand-est-gyeongsangbuk` },
  { name: 'cooperation-today', path: `${group}/cooperations/grand-est-gyeongsangbuk?now=2026-11-25` },
  { name: 'organisations', path: `${group}/organisations` },
  { name: 'organisation', path: `${group}/organisations/busan` },
  { name: 'organisation-seeking', path: `${group}/organisations/tours` },
  { name: 'organisation-province', path: `${group}/organisations/gyeonggi` },
  { name: 'organisation-small', path: `${group}/organisations/muju` },
  { name: 'map', path: `${group}/map` },
  { name: 'search', path: `${group}/search?q=daegu` },
  { name: 'search-which', path: `${group}/search?q=gwangju` },
  { name: 'search-approximate', path: `${group}/search?q=Myriang` },
  { name: 'search-nothing', path: `${group}/search?q=zzzz` },
  { name: 'search-empty', path: `${group}/search` },
  { name: 'practices', path: `${group}/practices` },
  { name: 'questions', path: `${group}/questions` },
  { name: 'whom-to-ask', path: `${group}/practices/people` },
  { name: 'terms', path: `${group}/terms` },
  { name: 'visit', path: `${group}/visit?among=icheon&among=limoges` },
  { name: 'visit-prepared', path: `${group}/visit?place=icheon&from=2017-10-27&to=2017-10-30` },
  { name: 'visit-wrong', path: `${group}/visit?place=icheon&from=2017-10-27&to=2017-10-02`, status: 400 },
  { name: 'visit-nowhere', path: `${group}/visit` },
  { name: 'event-unheard', path: `${group}/agenda/guro-jump-guro-2017?now=${tomorrow}` },
  { name: 'briefs', path: `${group}/brief` },
  { name: 'brief', path: `${group}/brief/kr?now=${tomorrow}` },
  { name: 'brief-then', path: `${group}/brief/fr` },
  { name: 'brief-editions', path: `${group}/brief/editions` },
  { name: 'brief-edition', path: `${group}/brief/editions/2?now=${tomorrow}` },
  { name: 'reports', path: `${group}/reports?now=${tomorrow}` },
  { name: 'report', path: `${group}/reports/2?now=${tomorrow}` },
  { name: 'report-first', path: `${group}/reports/1` },
  { name: 'report-difference', path: `${group}/reports/2/difference?now=${tomorrow}` },
  { name: 'report-draft', path: `${group}/reports/draft`, as: 'coordinator' },
  { name: 'report-errata', path: `${group}/reports/1/errata` },
  { name: 'legal-path-empty', path: `${group}/brief/legal-path` },
  {
    name: 'legal-path',
    path: `${group}/brief/legal-path?kind=friendship&parties=tours,sejong&on=2026-11-29&with=money`,
  },
  { name: 'legal-path-tie', path: `${group}/brief/legal-path?tie=limoges-icheon` },
  {
    name: 'legal-path-wrong',
    path: `${group}/brief/legal-path?kind=mou&parties=tours,tours&on=2017-02-31`,
    status: 400,
  },
  { name: 'sources', path: `${group}/sources` },
  { name: 'source', path: `${group}/sources/tours-2017-account` },
  { name: 'source-quoted', path: `${group}/cooperations/limoges-icheon`, follow: 'main a.evidence' },
  { name: 'agenda', path: `${group}/agenda` },
  { name: 'agenda-past', path: `${group}/agenda?when=past` },
  { name: 'agenda-seats', path: `${group}/agenda?seats=open` },
  { name: 'agenda-commitments', path: `${group}/agenda?commitments=open` },
  { name: 'agenda-out-of-reach', path: `${group}/agenda?now=9999-12-31`, status: 400 },
  { name: 'agenda-none', path: `${group}/agenda?q=zzzz` },
  { name: 'agenda-month', path: `${group}/agenda/month?month=2017-10&now=2017-09-06` },
  { name: 'agenda-month-none', path: `${group}/agenda/month?month=1987-03&theme=culture` },
  { name: 'agenda-week', path: `${group}/agenda/week?week=2017-W27&day=2017-07-07` },
  { name: 'agenda-week-clocks', path: `${group}/agenda/week?week=2017-W43` },
  { name: 'agenda-missions', path: `${group}/agenda/missions?year=2017` },
  { name: 'agenda-missions-years', path: `${group}/agenda/missions?year=2015&until=2017` },
  { name: 'agenda-map', path: `${group}/agenda/map?when=all` },
  { name: 'event', path: `${group}/agenda/nantes-franco-japonais-2017` },
  { name: 'event-past', path: `${group}/agenda/paris-delegation-seoul-2017` },
  { name: 'partners', path: `${group}/partners` },
  { name: 'partners-map', path: `${group}/partners?view=map` },
  { name: 'partners-none', path: `${group}/partners?q=zzzz` },
  { name: 'newsletter', path: `${group}/newsletter` },
  { name: 'propose', path: `${group}/agenda/propose` },
  { name: 'propose-link', path: `${group}/agenda/propose/link` },
  { name: 'letter-subscribe', path: `${group}/newsletter/subscribe` },
  { name: 'subscribe', path: `${group}/agenda/subscribe?theme=culture` },
  { name: 'embed-making', path: `${group}/agenda/embed` },
  { name: 'embed-frame', path: '/embed/france-coree/agenda?lang=:language' },
  { name: 'meetings', path: `${group}/meetings` },
  { name: 'tours', path: `${group}/meetings/tours-2017` },
  { name: 'tours-today', path: `${group}/meetings/tours-2017?now=2026-11-25` },
  { name: 'holidays', path: `${group}/agenda/holidays` },
  { name: 'holidays-projected', path: `${group}/agenda/holidays?year=2027&now=2026-11-25` },
  { name: 'holidays-unknown', path: `${group}/agenda/holidays?year=1999` },
  { name: 'check', path: `${group}/agenda/check` },
  { name: 'check-closed', path: `${group}/agenda/check?day=2017-10-08&start=18:00&end=19:30&now=2017-09-06` },
  { name: 'check-warning', path: `${group}/agenda/check?day=2017-10-09&to=2017-10-10&now=2017-09-06` },
  { name: 'check-wrong', path: `${group}/agenda/check?day=2017-02-31`, status: 422 },
  { name: 'overlap-found', path: `${group}/agenda/overlap?from=2017-09-28&to=2017-10-16&now=2017-09-06` },
  { name: 'expectations', path: `${group}/expectations` },
  { name: 'expectations-none', path: `${group}/expectations?theme=ageing&status=open&age=late` },
  { name: 'reciprocity', path: `${group}/reciprocity` },
  { name: 'reciprocity-tie', path: `${group}/reciprocity/lille-daegu` },
  { name: 'search-meeting', path: `${group}/search?q=tours` },
  { name: 'cooperation-history', path: `${group}/cooperations/limoges-icheon/history` },
  { name: 'cooperation-confirmation', path: `${group}/cooperations/limoges-icheon/confirmation` },
  { name: 'cooperation-correction', path: `${group}/cooperations/limoges-icheon/correction` },
  { name: 'organisation-history', path: `${group}/organisations/limoges/history` },
  { name: 'organisation-correction', path: `${group}/organisations/limoges/correction` },
  { name: 'activity', path: `${group}/activity` },
  { name: 'directory', path: `${site}/directory` },
  { name: 'directory-ambiguous', path: `${site}/directory?q=gwangju` },
  { name: 'authority', path: `${site}/directory/muju` },
  { name: 'sign-in', path: `${site}/sign-in` },
  { name: 'sign-in-wrong-link', path: `${site}/sign-in/link?token=x`, status: 404 },
  { name: 'about', path: `${site}/about` },
  { name: 'legal', path: `${site}/legal` },
  { name: 'accessibility', path: `${site}/accessibility` },
  { name: 'licences', path: `${site}/licences` },
  { name: 'api', path: '/api/docs?language=:language' },
  { name: 'not-found', path: `${site}/nowhere`, status: 404 },
  { name: 'not-theirs', path: `${group}/people`, status: 404 },
  ...ownAddresses,
  ...reachedAddresses,
  { name: 'network-not-found', path: `${group}/cooperations/nowhere`, status: 404 },
]
