import type { Change } from '../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { valueAt } from '../../../platform/records/revert.ts'

/** A change as it is after writing: the record itself may give another address, or another place among the steps. */
export function asWritten(after: RecordDocument, change: Change): Change {
  const path = change.language === null ? change.path : [...change.path, change.language]
  return { ...change, after: valueAt(after, path) }
}
