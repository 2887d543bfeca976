import type { Context } from '../../../../platform/context/context.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import { explainFields } from '../../../../platform/records/fields/explanation.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { shortNames } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { wishDocument, wishFields } from '../fields.ts'

/** Changes of a wish in the reader’s words, its authority by name. */
export async function explainWish(
  context: Context,
  reader: Reader,
  _network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const ids = [versions.before, versions.after].flatMap(
    (version) => wishDocument.parse(version).organisationId ?? [],
  )
  const refs = await listOrganisationRefs(context, ids)
  return explainFields(wishFields, reader, changes, (id) => {
    const ref = refs.get(id)
    return ref ? chooseName(shortNames(ref), reader.language).text : id
  })
}
