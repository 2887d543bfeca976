import { type Locator, makeLocator, type Passage, readPassages, resolveReference } from '../registry/index.ts'
import type { Demonstration } from './demonstration-files.ts'
import type { EvidenceReferences } from './schema.ts'

export interface Subject {
  kind: string
  id: string
}

const extractedBy = 'Entente'

/** Turns the references of the demonstration's files into evidence: places in our account, in the original and in other sources. */
export class EvidenceReader {
  readonly #demonstration: Demonstration
  readonly #sourceIds: Map<string, string>
  readonly #passages: Record<'account' | 'since', Passage[]>

  constructor(demonstration: Demonstration, sourceIds: Map<string, string>) {
    this.#demonstration = demonstration
    this.#sourceIds = sourceIds
    this.#passages = {
      account: readPassages(demonstration.accounts.account.text),
      since: readPassages(demonstration.accounts.since.text),
    }
  }

  /** The passages of our two accounts, by the slug of their source. */
  get accounts(): { slug: string; passages: Passage[] }[] {
    const { account, since } = this.#demonstration.accounts
    return [
      { slug: account.slug, passages: this.#passages.account },
      { slug: since.slug, passages: this.#passages.since },
    ]
  }

  /** Evidence for a subject; `field` replaces the one in the file where the fact has a name of its own. */
  evidenceFor(subject: Subject, references: EvidenceReferences, knownOn: string, field?: string) {
    return references.flatMap((reference) =>
      this.placesOf(reference).map(({ sourceId, locator }) => ({
        subjectKind: subject.kind,
        subjectId: subject.id,
        field: field ?? reference.field,
        sourceId,
        locator,
        stance: reference.stance,
        label: reference.label,
        extractedBy,
        // A fact of 2017 that a newspaper of 2019 supports has that support since 2019.
        knownOn: latestOf(knownOn, reference.source ? this.#publishedOn(reference.source) : knownOn),
      })),
    )
  }

  /** The places of one reference: at most one in each source. */
  placesOf(reference: EvidenceReferences[number]): { sourceId: string; locator: Locator | null }[] {
    const { accounts, minutesSlug, locators } = this.#demonstration
    const places: { sourceId: string; locator: Locator | null }[] = []
    if (reference.minutes) {
      const locator = locators.get(reference.minutes)
      if (!locator) throw new Error(`No locator for ${reference.minutes}: run tools/build-locators`)
      places.push({ sourceId: this.sourceId(minutesSlug), locator })
    }
    if (reference.account) places.push(this.#ownPlace('account', accounts.account.slug, reference.account))
    if (reference.since) places.push(this.#ownPlace('since', accounts.since.slug, reference.since))
    if (reference.source) places.push({ sourceId: this.sourceId(reference.source), locator: null })
    return places
  }

  sourceId(slug: string): string {
    const id = this.#sourceIds.get(slug)
    if (!id) throw new Error(`The demonstration has no source "${slug}"`)
    return id
  }

  #publishedOn(slug: string): string {
    const { sources, known_on } = this.#demonstration.sources
    return sources.find((source) => source.slug === slug)?.known_on ?? known_on
  }

  #ownPlace(
    text: 'account' | 'since',
    slug: string,
    reference: string,
  ): { sourceId: string; locator: Locator } {
    const place = resolveReference(this.#passages[text], reference)
    if (!place) throw new Error(`The demonstration's ${slug} has no sentence ${reference}`)
    return { sourceId: this.sourceId(slug), locator: makeLocator(place.passage, place.start, place.end) }
  }
}

function latestOf(one: string, other: string): string {
  return one > other ? one : other
}
