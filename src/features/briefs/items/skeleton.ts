type Shelf = 'count' | 'law' | 'vote' | 'post' | 'protocol'

/** After how many months the words have to be read again. */
const months: Readonly<Record<Shelf, number | null>> = {
  count: 12,
  // Until it is amended: read again each year.
  law: 12,
  vote: null,
  post: 6,
  protocol: 36,
}

/**
 * The closed list of what a brief says of a country, by section, in the order of the document: the same for every country and language, so
 * that both sides always have the same number.
 */
const listed = {
  levels: { levels: 'law', counts: 'count', groupings: 'law', population: 'count' },
  competences: { general_competence: 'law', themes: 'law' },
  executive: {
    head: 'law',
    assembly: 'law',
    term: 'law',
    deputies: 'law',
    last_election: 'vote',
    next_election: 'vote',
  },
  decision: { sessions: 'law', notice: 'law', quorum: 'law', executory: 'law' },
  state: { state_body: 'law', state_control: 'law' },
  money: { money: 'count' },
  tie: { tie_ground: 'law', tie_vote: 'law', tie_after: 'law' },
  contacts: { first_desk: 'post', national_body: 'post', state_desk: 'post' },
  posts: {
    post_head: 'protocol',
    post_upper_head: 'protocol',
    post_assembly: 'protocol',
    post_deputy: 'protocol',
    post_official: 'protocol',
    address: 'protocol',
    false_friends: 'protocol',
  },
  calendar: {
    holidays: 'law',
    hours: 'law',
    weeks_to_avoid: 'law',
    protocol_rank: 'protocol',
    protocol_greeting: 'protocol',
    protocol_speeches: 'protocol',
    protocol_gifts: 'protocol',
    protocol_signing: 'protocol',
  },
} as const satisfies Record<string, Readonly<Record<string, Shelf>>>

export type SectionKey = keyof typeof listed
export type ItemKey = { [S in SectionKey]: keyof (typeof listed)[S] }[SectionKey]

export const sectionKeys = Object.keys(listed).filter((key): key is SectionKey => Object.hasOwn(listed, key))

export function isItemKey(key: string): key is ItemKey {
  return Object.values(listed).some((section) => Object.hasOwn(section, key))
}

export interface ItemKind {
  key: ItemKey
  section: SectionKey
  /** Null where only `valid_until` and elections end its words. */
  shelfMonths: number | null
  /** A vote makes it out of date, whatever the months. */
  endsWithElection: boolean
}

/** Every item, in the order of the document. */
export const itemKinds: readonly ItemKind[] = sectionKeys.flatMap((section) =>
  Object.entries<Shelf>(listed[section]).flatMap(([key, shelf]) => {
    const endsWithElection = shelf === 'vote' || shelf === 'post'
    return isItemKey(key) ? [{ key, section, shelfMonths: months[shelf], endsWithElection }] : []
  }),
)

export const itemKeys: readonly ItemKey[] = itemKinds.map(({ key }) => key)
