import type { PageAddress } from './addresses.ts'

const site = '/:language'
const group = `${site}/france-coree`
const tie = `${group}/cooperations/limoges-icheon`
const authority = `${group}/organisations/limoges`

const event = `${group}/agenda/icheon-festival-ceramique-2017`
const eventForms = [
  'when',
  'repeats',
  'place',
  'organisations',
  'about',
  'ties',
  'state',
  'visibility',
] as const

const mission = `${group}/agenda/paris-maire-coree-2017`
const missionForms = ['head', 'members', 'stops/new', 'seats/new', 'debrief'] as const

const tieForms = ['summary', 'themes', 'parties'] as const
const tieEntries = ['agreements', 'activities', 'status', 'actors', 'prospects', 'notes'] as const
const authorityForms = ['identity', 'about', 'place', 'interest'] as const

const meetingSteps = [
  'edit',
  'agenda',
  'convocation',
  'attendance',
  'notes',
  'text',
  'amendments',
  'decisions',
  'resources',
] as const

/** The pages of signed-in people, as a person of the demonstration sees them. */
export const ownAddresses: PageAddress[] = [
  { name: 'account', path: `${site}/account`, as: 'member' },
  { name: 'to-do', path: `${group}/to-do`, as: 'coordinator' },
  { name: 'to-do-member', path: `${group}/to-do`, as: 'member' },
  { name: 'group-edit', path: `${group}/group/edit`, as: 'coordinator' },
  { name: 'members-kept', path: `${group}/group/members`, as: 'coordinator' },
  { name: 'members-new', path: `${group}/group/members/new`, as: 'coordinator' },
  {
    name: 'member-edit',
    path: `${group}/group/members?role=secretariat`,
    follow: 'td a[href*="/group/members/"]',
    as: 'coordinator',
  },
  { name: 'practices-proposed', path: `${group}/practices?state=proposed`, as: 'coordinator' },
  {
    name: 'practice-proposed',
    path: `${group}/practices?state=proposed`,
    follow: 'main a[href*="/practices/"][href*="nantes"]',
    as: 'coordinator',
  },
  { name: 'practice-new', path: `${group}/practices/new`, as: 'member' },
  { name: 'question-new', path: `${group}/questions/new`, as: 'member' },
  { name: 'posts-asking', path: `${group}/contacts/asking`, as: 'coordinator' },
  { name: 'brief-questions', path: `${group}/brief/kr/questions`, as: 'coordinator' },
  { name: 'account-data', path: `${site}/account/data`, as: 'member' },
  { name: 'member-network', path: group, as: 'member' },
  { name: 'member-cooperation', path: tie, as: 'member' },
  { name: 'member-organisation', path: authority, as: 'member' },
  { name: 'member-visit', path: `${group}/visit?place=icheon&from=2017-10-02&to=2017-10-06`, as: 'member' },
  { name: 'edit-cooperation', path: `${tie}/edit`, as: 'member' },
  ...tieForms.map((part) => own(`edit-${part}`, `${tie}/edit/${part}`)),
  ...tieEntries.map((part) => own(`edit-${part}-new`, `${tie}/edit/${part}/new`)),
  { name: 'pictures-kept', path: `${tie}/pictures`, as: 'member' },
  { name: 'pictures-new', path: `${tie}/pictures/new`, as: 'member' },
  { name: 'edit-suggestion', path: `${group}/cooperations/lille-daegu/edit/summary`, as: 'member' },
  { name: 'edit-organisation', path: `${authority}/edit`, as: 'member' },
  ...authorityForms.map((part) => own(`edit-organisation-${part}`, `${authority}/edit/${part}`)),
  { name: 'member-event', path: event, as: 'member' },
  { name: 'edit-event', path: `${event}/edit`, as: 'member' },
  ...eventForms.map((part) => own(`edit-event-${part}`, `${event}/edit/${part}`)),
  {
    name: 'edit-event-commitments',
    path: `${group}/agenda/groupe-rencontres-2017/edit/commitments`,
    as: 'coordinator',
  },
  { name: 'subscribe-own', path: `${group}/agenda/subscribe`, as: 'member' },
  ...missionForms.map((part) => own(`edit-mission-${part.replace('/new', '')}`, `${mission}/edit/${part}`)),
  { name: 'polls', path: `${group}/agenda/polls`, as: 'member' },
  {
    name: 'overlap-choose',
    path: `${group}/agenda/overlap?from=2017-12-12&to=2017-12-20`,
    as: 'member',
  },
  {
    name: 'poll-new',
    path: `${group}/agenda/polls/new?slot=2017-12-12T08:00:00Z/2017-12-12T09:00:00Z`,
    as: 'member',
  },
  { name: 'suggestions', path: `${group}/partners/suggestions/tours`, as: 'coordinator' },
  { name: 'suggestions-choose', path: `${group}/partners/suggestions`, as: 'member' },
  { name: 'suggestions-none', path: `${group}/partners/suggestions/minatec`, as: 'coordinator' },
  { name: 'rounds', path: `${group}/partners/rounds`, as: 'coordinator' },
  { name: 'expectations-received', path: `${group}/expectations?view=received`, as: 'member' },
  { name: 'expectation-new', path: `${group}/expectations/new`, as: 'member' },
  { name: 'expectation-new-coordinator', path: `${group}/expectations/new`, as: 'coordinator' },
  { name: 'reciprocity-member', path: `${group}/reciprocity/limoges-icheon`, as: 'member' },
  { name: 'wish-new', path: `${group}/partners/new`, as: 'member' },
  {
    name: 'wish-said',
    path: `${group}/partners`,
    as: 'coordinator',
    follow: 'main a[href*="/partners/said/"]',
  },
  { name: 'introductions', path: `${group}/partners/introductions`, as: 'coordinator' },
  { name: 'event-new', path: `${group}/agenda/new`, as: 'member' },
  { name: 'cooperation-new', path: `${group}/cooperations/new`, as: 'member' },
  { name: 'organisation-new', path: `${group}/organisations/new`, as: 'member' },
  { name: 'member-confirmation', path: `${tie}/confirmation`, as: 'member' },
  { name: 'holidays-kept', path: `${group}/agenda/holidays`, as: 'coordinator' },
  { name: 'holidays-new', path: `${group}/agenda/holidays/new`, as: 'coordinator' },
  { name: 'proposals', path: `${group}/agenda/proposals`, as: 'coordinator' },
  { name: 'proposals-held', path: `${group}/agenda/proposals?view=held`, as: 'coordinator' },
  { name: 'contributions', path: `${group}/contributions`, as: 'coordinator' },
  { name: 'contributions-own', path: `${group}/contributions`, as: 'member' },
  { name: 'contributions-held', path: `${group}/contributions?view=held`, as: 'coordinator' },
  { name: 'translations', path: `${group}/translations`, as: 'member' },
  { name: 'terms-coordinator', path: `${group}/terms`, as: 'coordinator' },
  { name: 'term-new', path: `${group}/terms/new`, as: 'coordinator' },
  { name: 'translations-coordinator', path: `${group}/translations?language=ko`, as: 'coordinator' },
  {
    name: 'translation',
    path: `${group}/translations?language=ko`,
    as: 'member',
    follow: 'main a[href*="/translations/"]:not([href*="?"])',
  },
  { name: 'tours-coordinator', path: `${group}/meetings/tours-2017`, as: 'coordinator' },
  working('new', 'new'),
  ...meetingSteps.map((step) => working(step, `tours-2017/${step}`)),
  working('point', 'tours-2017/agenda', 'main .agenda-points a'),
  working('participant', 'tours-2017/attendance', 'main table a'),
  working('decision', 'tours-2017/decisions', 'main .entries a[href*="/decisions/"]'),
  working('decision-new', 'tours-2017/decisions/new'),
  { name: 'operator', path: `${site}/operator`, as: 'operator' },
  { name: 'people', path: `${group}/people`, as: 'chair' },
  { name: 'contacts', path: `${group}/contacts`, as: 'coordinator' },
  { name: 'contacts-of-organisation', path: `${authority}/contacts`, as: 'member' },
  { name: 'contact-new', path: `${group}/contacts/new`, as: 'coordinator' },
  { name: 'contacts-review', path: `${group}/contacts/review`, as: 'coordinator' },
  { name: 'contacts-processing', path: `${group}/contacts/processing`, as: 'member' },
  { name: 'contacts-processing-edit', path: `${group}/contacts/processing/edit`, as: 'chair' },
  { name: 'imports', path: `${group}/imports`, as: 'coordinator' },
  { name: 'calendars', path: `${group}/agenda/import`, as: 'coordinator' },
  { name: 'import-new', path: `${group}/imports/new`, as: 'coordinator' },
  { name: 'newsletter-coordinator', path: `${group}/newsletter`, as: 'coordinator' },
  { name: 'outbox-coordinator', path: `${group}/outbox`, as: 'coordinator' },
  { name: 'letter-readers', path: `${group}/newsletter/subscribers`, as: 'coordinator' },
  {
    name: 'letter-readers-returned',
    path: `${group}/newsletter/subscribers?state=returned`,
    as: 'coordinator',
  },
  { name: 'letter-reader-new', path: `${group}/newsletter/subscribers/new`, as: 'coordinator' },
  { name: 'letter-readers-import', path: `${group}/newsletter/subscribers/import`, as: 'coordinator' },
  { name: 'letter-sendings', path: `${group}/newsletter/sendings`, as: 'coordinator' },
  { name: 'letter-members', path: `${group}/newsletter/subscribers/members`, as: 'coordinator' },
]

function working(name: string, step: string, follow?: string): PageAddress {
  const path = `${group}/meetings/${step}`
  return { name: `meeting-${name}`, path, as: 'coordinator', ...(follow ? { follow } : {}) }
}

function own(name: string, path: string): PageAddress {
  return { name, path, as: 'member' }
}
