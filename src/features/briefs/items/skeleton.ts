/**
 * The closed list of what a brief says of a country: the same for every country and language, so that both sides always have the same
 * number. `shelfMonths`: after how many months the words have to be read again; null where only `valid_until` and elections end them.
 */
export interface ItemKind {
  key: string
  section: SectionKey
  shelfMonths: number | null
  /** A vote makes it out of date, whatever the months. */
  endsWithElection: boolean
}

/** The ten sections, in the order of the document. */
export const sectionKeys = [
  'levels',
  'competences',
  'executive',
  'decision',
  'state',
  'money',
  'tie',
  'contacts',
  'posts',
  'calendar',
] as const
export type SectionKey = (typeof sectionKeys)[number]

type Shelf = 'count' | 'law' | 'vote' | 'post' | 'protocol'

const months: Readonly<Record<Shelf, number | null>> = {
  count: 12,
  // Until it is amended: read again each year.
  law: 12,
  vote: null,
  post: 6,
  protocol: 36,
}

const listed = [
  ['levels', 'levels', 'law'],
  ['levels', 'counts', 'count'],
  ['levels', 'groupings', 'law'],
  ['levels', 'population', 'count'],
  ['competences', 'general_competence', 'law'],
  ['competences', 'themes', 'law'],
  ['executive', 'head', 'law'],
  ['executive', 'assembly', 'law'],
  ['executive', 'term', 'law'],
  ['executive', 'deputies', 'law'],
  ['executive', 'last_election', 'vote'],
  ['executive', 'next_election', 'vote'],
  ['decision', 'sessions', 'law'],
  ['decision', 'notice', 'law'],
  ['decision', 'quorum', 'law'],
  ['decision', 'executory', 'law'],
  ['state', 'state_body', 'law'],
  ['state', 'state_control', 'law'],
  ['money', 'money', 'count'],
  ['tie', 'tie_ground', 'law'],
  ['tie', 'tie_vote', 'law'],
  ['tie', 'tie_after', 'law'],
  ['contacts', 'first_desk', 'post'],
  ['contacts', 'national_body', 'post'],
  ['contacts', 'state_desk', 'post'],
  ['posts', 'post_head', 'protocol'],
  ['posts', 'post_upper_head', 'protocol'],
  ['posts', 'post_assembly', 'protocol'],
  ['posts', 'post_deputy', 'protocol'],
  ['posts', 'post_official', 'protocol'],
  ['posts', 'address', 'protocol'],
  ['posts', 'false_friends', 'protocol'],
  ['calendar', 'holidays', 'law'],
  ['calendar', 'hours', 'law'],
  ['calendar', 'weeks_to_avoid', 'law'],
  ['calendar', 'protocol_rank', 'protocol'],
  ['calendar', 'protocol_greeting', 'protocol'],
  ['calendar', 'protocol_speeches', 'protocol'],
  ['calendar', 'protocol_gifts', 'protocol'],
  ['calendar', 'protocol_signing', 'protocol'],
] as const satisfies readonly (readonly [SectionKey, string, Shelf])[]

export type ItemKey = (typeof listed)[number][1]

/** Every item, in the order of the document. */
export const itemKinds: readonly (ItemKind & { key: ItemKey })[] = listed.map(([section, key, shelf]) => ({
  key,
  section,
  shelfMonths: months[shelf],
  endsWithElection: shelf === 'vote' || shelf === 'post',
}))

export const itemKeys: readonly ItemKey[] = itemKinds.map(({ key }) => key)

export function isItemKey(key: string): key is ItemKey {
  return itemKeys.some((each) => each === key)
}
