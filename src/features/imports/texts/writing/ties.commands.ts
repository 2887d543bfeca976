import type { Context } from '../../../../platform/context/context.ts'
import { type Change, compareDocuments } from '../../../../platform/records/difference.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addRecord, amendRecord } from '../../../contributions/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import {
  type CooperationDocument,
  cooperationDocument,
  emptyCooperation,
} from '../../../registry/cooperations/index.ts'
import { confirmEvidence } from '../../../registry/evidence/index.ts'
import type { Applied, ConflictResolution, WritingContext } from '../../parts/part-rules.ts'
import { applyFact, asWritten, compareFact } from '../../parts/parts.ts'
import { isOfTie, spokenOn } from '../comparison/compared.ts'
import type { TieMatch } from '../comparison/match-tie.ts'
import { recordKind, versionWords } from '../decision-place.ts'
import type { Fact, TieValue, Written } from '../facts/fact.ts'
import { evidenceOf, locatorOf, type TextWritingContext } from './writing-context.ts'

/** Turns a tie with a fact written into it into a person's own version. */
export type Correct = (applied: Applied) => Promise<CooperationDocument>

interface TieWriting {
  /** The fact that states the tie. */
  tie: Fact
  facts: readonly Fact[]
  match: TieMatch | null
  way: ConflictResolution | null
  besides: ReadonlySet<string>
  correct?: Correct
}

/**
 * Writes facts into their tie, as one version of it, and creates the tie if it is unknown: then the fact that states it is written
 * too. Returns what each of them changed; a contradiction without a way to settle it is left out.
 */
export async function writeTieFacts(
  context: Context,
  writingContext: TextWritingContext,
  writing: TieWriting,
): Promise<Map<string, Written>> {
  const { tie, match } = writing
  const kind = recordKind(writingContext, 'cooperation')
  const head = match
    ? ((await kind.lookUp(context, writingContext.network, { id: match.tie.id })) ?? notFound(match.tie.id))
    : await addTie(context, writingContext, writing)
  const stating = match || tie.decision !== null ? [] : [tie]
  const facts = [...new Map([...stating, ...writing.facts].map((fact) => [fact.id, fact])).values()]
  const slugs = await slugsOf(context, facts)
  const changes = new Map<string, Change[]>()
  const amendment = { network: writingContext.network, kind, head, ...versionWords(writingContext) }
  const after = await amendRecord(context, amendment, async (stored) => {
    let document = cooperationDocument.parse(stored)
    for (const fact of facts) {
      const own = { ...writingContextOf(context, writingContext, fact, head.id), slugs }
      // The fact that states the tie is written along with it: only the requested fact is corrected.
      const how = writing.facts.includes(fact) ? writing : { ...writing, correct: undefined }
      const written = await writeFact(document, writingContext, fact, own, how)
      if (!written) continue
      changes.set(fact.id, compareDocuments(document, written))
      document = written
    }
    return document
  })
  await confirmEvidence(context, writingContext.network.id, [...changes.values()].flatMap(evidenceIn))
  return new Map(
    [...changes].map(([id, own]): [string, Written] => [
      id,
      {
        kind: 'cooperation',
        id: head.id,
        isNew: !match && id === tie.id,
        changes: own.map((change) => asWritten(after, change)),
        evidenceIds: [],
      },
    ]),
  )
}

async function writeFact(
  document: CooperationDocument,
  writingContext: TextWritingContext,
  fact: Fact,
  own: WritingContext,
  { way: resolution, correct }: Pick<TieWriting, 'way'> & { correct?: Correct | undefined },
): Promise<CooperationDocument | null> {
  if (!isOfTie(fact.value)) return null
  const finding = compareFact(document, fact.value, own)
  if (finding.outcome === 'contradicts' && resolution === null && !correct) return null
  const applied = applyFact(document, fact.value, own, resolution ?? 'replace')
  const after = correct ? await correct(applied) : applied.document
  const { isAgainst } = applied
  const evidence = evidenceOf(writingContext, fact, applied.subject, { isAgainst, knownOn: own.today })
  return { ...after, evidence: [...after.evidence, evidence] }
}

/** What a fact of a text rests on when it is written into a tie. */
export function writingContextOf(
  context: Context,
  writingContext: TextWritingContext,
  fact: Fact,
  cooperationId: string,
): Omit<WritingContext, 'slugs'> {
  return {
    cooperationId,
    today: context.today,
    spokenOn: spokenOn(context, writingContext.text),
    language: writingContext.text.language ?? 'fr',
    sourceId: writingContext.text.sourceId,
    locator: locatorOf(writingContext, fact),
  }
}

async function addTie(
  context: Context,
  writingContext: TextWritingContext,
  { tie, besides }: TieWriting,
): Promise<RecordHead> {
  const { value } = tie
  if (value.part !== 'tie') throw new Error('A tie is made of the fact that states it')
  const document = newTie(value, writingContext.network.countries, context.today, !besides.has(tie.id))
  const kind = recordKind(writingContext, 'cooperation')
  return addRecord(context, {
    network: writingContext.network,
    kind,
    document,
    ...versionWords(writingContext),
  })
}

/** A tie with nothing but its parties, in the order of the group's countries. */
export function newTie(
  { parties }: TieValue,
  countries: readonly string[],
  today: string,
  listed: boolean,
): CooperationDocument {
  const place = (country: string | null) => countries.indexOf(country ?? '') + 1 || countries.length + 1
  const sides = parties.toSorted((a, b) => place(a.country) - place(b.country))
  return {
    ...emptyCooperation,
    listed,
    parties: sides.flatMap(({ organisationId }) =>
      organisationId === null ? [] : [{ id: organisationId, capacity: 'party' as const, knownOn: today }],
    ),
  }
}

async function slugsOf(context: Context, facts: readonly Fact[]): Promise<Map<string, string>> {
  const ids = facts.flatMap(({ value }) => (value.part === 'actor' ? (value.organisationId ?? []) : []))
  return new Map([...(await listOrganisationRefs(context, ids))].map(([id, { slug }]) => [id, slug]))
}

function evidenceIn(changes: readonly Change[]): string[] {
  return changes.flatMap(({ path: [part, id], before }) =>
    part === 'evidence' && id !== undefined && before === undefined ? [id] : [],
  )
}
