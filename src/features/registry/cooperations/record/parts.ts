import type { RecordPart } from '../../../../platform/records/record-kind.ts'

/** The forms of a cooperation, in the order in which they are offered. */
export const cooperationParts: readonly RecordPart[] = []
