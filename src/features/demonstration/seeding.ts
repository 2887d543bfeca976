import type { Context } from '../../platform/context/context.ts'
import { listOrganisationsBySlug, type OrganisationRef } from '../directory/index.ts'
import type { NewEvidence } from '../registry/evidence/index.ts'
import { type Locator, writeNote } from '../registry/index.ts'
import { localize } from './demonstration-files.ts'
import type { EvidenceReader, Subject } from './evidence-reader.ts'
import type { CooperationFile, EvidenceReferences } from './schema.ts'

/** State while a demonstration is being loaded: names already looked up, subjects by reference, evidence so far. */
export class Seeding {
  readonly context: Context
  readonly networkId: string
  readonly evidenceRows: NewEvidence[] = []
  readonly #evidence: EvidenceReader
  readonly #organisations = new Map<string, OrganisationRef>()
  readonly #subjects = new Map<string, Subject>()

  constructor(context: Context, networkId: string, evidence: EvidenceReader) {
    this.context = context
    this.networkId = networkId
    this.#evidence = evidence
  }

  /** The organisation of a slug. A slug unknown to the directory is a mistake in the files. */
  async organisation(slug: string): Promise<OrganisationRef> {
    const known = this.#organisations.get(slug)
    if (known) return known
    const [found] = await listOrganisationsBySlug(this.context, [slug])
    if (!found) throw new Error(`The demonstration names "${slug}", which the directory does not have`)
    this.#organisations.set(slug, found)
    return found
  }

  refer(reference: string, subject: Subject): void {
    this.#subjects.set(reference, subject)
  }

  /** A subject by kind and reference, for disputes. */
  async subjectOf(kind: string, reference: string): Promise<Subject> {
    const known = this.#subjects.get(`${kind}:${reference}`)
    if (known) return known
    if (kind === 'organisation') return { kind, id: (await this.organisation(reference)).id }
    throw new Error(`The demonstration's disputes name the ${kind} "${reference}", which does not exist`)
  }

  addEvidence(subject: Subject, references: EvidenceReferences, knownOn: string, field?: string): void {
    this.evidenceRows.push(...this.#evidence.evidenceFor(subject, references, knownOn, field))
  }

  sourceId(slug: string): string {
    return this.#evidence.sourceId(slug)
  }

  /** The place of a value in a dispute: the first place that its evidence names, else its source as a whole. */
  placeOf(
    source: string | null,
    references: EvidenceReferences,
  ): { sourceId: string | null; locator: Locator | null } {
    const places = references.flatMap((reference) => this.#evidence.placesOf(reference))
    const named = source ? this.#evidence.sourceId(source) : null
    return (
      places.find((place) => place.locator !== null && (named === null || place.sourceId === named)) ?? {
        sourceId: named,
        locator: null,
      }
    )
  }

  async writeNotes(
    subject: { kind: 'cooperation' | 'interest' | 'network'; id: string },
    { figures, resources }: Pick<CooperationFile, 'figures' | 'resources'>,
    knownOn: string,
  ): Promise<void> {
    const notes = [
      ...figures.map((figure) => ({ ...figure, kind: 'figure' as const, url: null })),
      ...resources.map((resource) => ({ ...resource, kind: 'resource' as const, value: null })),
    ]
    for (const [position, note] of notes.entries()) {
      const id = await writeNote(this.context, this.networkId, {
        subjectKind: subject.kind,
        subjectId: subject.id,
        kind: note.kind,
        label: localize(note.label),
        value: note.value,
        url: note.url,
        position,
        knownOn: note.known_on ?? knownOn,
      })
      this.addEvidence({ kind: 'note', id }, note.evidence, note.known_on ?? knownOn)
    }
  }
}
