/** What speaks for a pair. */
export const signals = [
  'wishes',
  'themes',
  'competence',
  'forms',
  'size',
  'level',
  'character',
  'bridges',
  'assets',
  'networks',
  'contacts',
  'experience',
  'nearness',
  'languages',
] as const
export type SignalKey = (typeof signals)[number]

export interface Weight {
  /** Its share of the whole, among the signals in use. */
  weight: number
  /** The value where nothing is known: between a bad sign and a good one, so that silence is neither. */
  neutral: number
  /** Why it weighs so much. */
  reason: string
}

/**
 * How much each signal weighs, and why. They are set from what the field says of its ties, not fitted to any list of them; `npm run bench
 * suggestions` removes each in turn and shows what becomes of the known ties.
 */
export const weights: Readonly<Record<SignalKey, Weight>> = {
  wishes: {
    weight: 5,
    neutral: 0.3,
    reason: 'A tie lives from what one side seeks and the other has: the first thing that a council asks.',
  },
  themes: {
    weight: 2.5,
    neutral: 0.3,
    reason:
      'Two administrations that already work on a theme have people who can talk to each other from the first day.',
  },
  competence: {
    weight: 2.5,
    neutral: 0.6,
    reason:
      'A theme that one of the two may not act on ends as a visit (the group asks for cooperation within competences).',
  },
  forms: {
    weight: 1,
    neutral: 0.4,
    reason: 'One that wants a twinning and one that wants a study visit talk at cross purposes for a year.',
  },
  size: {
    weight: 3,
    neutral: 0.4,
    reason:
      'Of like size, both have like means and services; most ties that last are between places that differ by less than a factor of three.',
  },
  level: {
    weight: 2.5,
    neutral: 0.5,
    reason: 'A region and a province, a town and a si: heads of like rank sign, and like budgets follow.',
  },
  character: {
    weight: 2,
    neutral: 0.25,
    reason:
      'Ports, mountains, potters: a shared trait is what inhabitants understand at once, the more so the rarer it is.',
  },
  bridges: {
    weight: 4,
    neutral: 0.1,
    reason:
      'A tie of a neighbour, of the region or of the chief town with the same corner of the other country opens doors: the surest sign in 300 ties of other countries, none of those that are reported.',
  },
  assets: {
    weight: 1.5,
    neutral: 0.1,
    reason:
      'An association, an institute or a company of the other country on the ground carries a tie between two elections.',
  },
  networks: {
    weight: 0.75,
    neutral: 0.2,
    reason: 'Members of a same network meet without travelling for it.',
  },
  contacts: {
    weight: 1.5,
    neutral: 0.1,
    reason: 'People who sat in the same meeting write to each other more easily than strangers.',
  },
  experience: {
    weight: 0.75,
    neutral: 0.3,
    reason:
      'Whoever already works with the country knows its calendar and its protocol; too many ties are counted against it elsewhere.',
  },
  nearness: {
    weight: 1.5,
    neutral: 0.3,
    reason:
      'Where classes and clubs can go by road or rail, they do; between continents distance tells nothing and is left out.',
  },
  languages: {
    weight: 1,
    neutral: 0.3,
    reason: 'A language that both sides work in spares an interpreter at every call.',
  },
}

/**
 * What is left of an authority’s interest in one that is nothing of what its wish asks for, such as a county for a province. A condition,
 * not a sign among others: without it, an authority that matches in all else would come first in a list of what was not asked for.
 */
export const interestOffTerms = 0.4
