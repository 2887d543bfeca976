import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

export const resourceKinds = ['document', 'video', 'page', 'photograph', 'other'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export const linkStates = ['unknown', 'works', 'moved', 'dead'] as const
export type LinkState = (typeof linkStates)[number]

/** A thing that was shown or handed out at a meeting. */
export interface NewResource {
  kind: ResourceKind
  /** BCP 47. */
  language: string
  label: LocalizedText
  /** Null where only the label is known: a `#` in minutes. */
  url: string | null
  /** A file that is kept here; left out when there is none. */
  fileId?: string | null
  /** Where a copy is kept, in words. */
  copyWords: string
  knownOn: string
}

export interface Resource extends NewResource {
  id: string
  file: { id: string; name: string; sizeBytes: number } | null
  state: LinkState
  movedTo: string | null
  deadSince: Date | null
  checkedAt: Date | null
}
