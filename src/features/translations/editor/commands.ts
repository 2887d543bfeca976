import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText, TextState } from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { originalLanguage, withPassage } from '../../../platform/translation/with-passage.ts'
import { mayTranslate } from '../../networks/index.ts'
import { mayChangeOriginals } from '../policy.ts'
import { indexTexts } from '../texts/commands.ts'
import { listNetworksWith } from '../texts/queries.ts'
import type { Provenance } from '../texts/text-rows.ts'
import { fingerprintOf } from './fingerprint.ts'

export interface NewTranslation {
  networkId: string
  recordKind: string
  recordId: string
  path: string
  language: string
  /** Null removes the translation. */
  passage: { text: string; state: TextState } | null
  /** `fingerprintOf` the text that it was made from; null if that does not matter. */
  madeFrom: string | null
  provenance?: Pick<Provenance, 'machineBy' | 'machineAt' | 'batchId'>
}

/** `changed`: the present text is no longer the one that the translation was made from; nothing was written. */
export type Saving = { saved: true } | { saved: false; text: LocalizedText }

/**
 * Writes one language of a text through the feature that owns the record, with the index and the memory, in one transaction. A changed
 * original makes its translations stale in the same step.
 */
export async function saveTranslation(
  context: Context,
  owners: readonly TextOwner[],
  translation: NewTranslation,
): Promise<Saving> {
  const { networkId, recordKind, recordId, path, language } = translation
  authorize(mayTranslate(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const owner = owners.find(({ kind }) => kind === recordKind) ?? notFound(recordKind)
    const before = (await findText(inside, owner, translation)) ?? notFound(path)
    if (translation.madeFrom !== null && translation.madeFrom !== fingerprintOf(before, language))
      return { saved: false, text: before }
    if (language === originalLanguage(before)) authorize(mayChangeOriginals(context.actor, networkId))
    const after = withPassage(before, language, translation.passage)
    if (JSON.stringify(after) === JSON.stringify(before)) return { saved: true }
    if (!(await owner.replaceText(inside, { networkId, recordId, path, before, after })))
      return { saved: false, text: (await findText(inside, owner, translation)) ?? notFound(path) }
    const { provenance } = translation
    await indexAgain(inside, owner, translation, provenance ? [{ path, language, ...provenance }] : [])
    return { saved: true }
  })
}

async function findText(
  context: Context,
  owner: TextOwner,
  { networkId, recordId, path }: NewTranslation,
): Promise<LocalizedText | undefined> {
  const [record] = await owner.listTexts(context, networkId, [recordId])
  return record?.texts.find((each) => each.path === path)?.text
}

async function indexAgain(
  context: Context,
  owner: TextOwner,
  { networkId, recordKind, recordId }: NewTranslation,
  provenance: Provenance[],
): Promise<void> {
  const networks = new Set([networkId, ...(await listNetworksWith(context, recordKind, recordId))])
  for (const each of networks) {
    const [record] = await owner.listTexts(context, each, [recordId])
    if (record) await indexTexts(context, record, record.texts, provenance)
  }
}
