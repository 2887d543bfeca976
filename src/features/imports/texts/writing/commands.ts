import type { Context } from '../../../../platform/context/context.ts'
import { compareDocuments } from '../../../../platform/records/difference.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { amendRecord } from '../../../contributions/index.ts'
import { confirmEvidence, writeEvidence } from '../../../registry/evidence/index.ts'
import { organisationDocument, shareOf, withShare } from '../../../registry/index.ts'
import { recordKind, versionWords } from '../decision-place.ts'
import type { Fact, InterestValue, Written } from '../facts/fact.ts'
import { findHead, lookUpInterestId } from './queries.ts'
import { evidenceOf, type TextWritingContext } from './writing-context.ts'

/** Records that an authority looks for a partner, and on what; earlier statements stay. */
export async function writeInterest(
  context: Context,
  writingContext: TextWritingContext,
  fact: Fact,
  { party, themes }: InterestValue,
): Promise<Written> {
  const { network } = writingContext
  const kind = recordKind(writingContext, 'organisation')
  const id = party.organisationId ?? notFound(party.asWritten)
  const head = await findHead(context, id)
  const before = organisationDocument.parse(await kind.read(context, network, id))
  const after = await amendRecord(
    context,
    { network, kind, head, ...versionWords(writingContext) },
    (stored) => {
      const document = organisationDocument.parse(stored)
      const known = shareOf(document, network.id).interest
      const added = themes.map(({ theme }) => theme).filter((theme) => !known?.themes.includes(theme))
      const interest = known
        ? { ...known, themes: [...known.themes, ...added] }
        : { seeks: {}, offers: {}, themes: added, knownOn: context.today }
      return withShare(document, network.id, { interest })
    },
  )
  const interestId = await lookUpInterestId(context, network.id, id)
  const subject = { subjectKind: 'interest', subjectId: interestId ?? id, field: 'organisation' }
  const evidence = evidenceOf(writingContext, fact, subject, { knownOn: context.today })
  await writeEvidence(context, network.id, [evidence])
  await confirmEvidence(context, network.id, [evidence.id])
  return {
    kind: 'organisation',
    id,
    isNew: false,
    changes: compareDocuments(before, after),
    evidenceIds: [evidence.id],
  }
}
