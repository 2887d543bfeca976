import { describeDate } from '../../../platform/dates/index.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { hasBegun } from '../continuation.ts'
import type { OrganisationRecord } from '../queries.ts'
import { reporterOf } from './succession-words.ts'

/** Says that an organisation has ended, is to end or is yet to exist on the reader's day, and how sure that is. */
export function ValidityNotice({ organisation }: { organisation: OrganisationRecord }) {
  const reader = useReader()
  const { validFrom, validUntil } = organisation
  const isPress = reporterOf(organisation) === 'press'
  const state =
    validUntil !== null && validUntil <= reader.today
      ? { words: isPress ? keys.endedPress : keys.ended, day: validUntil }
      : validFrom !== null && !hasBegun(organisation, reader.today)
        ? { words: isPress ? keys.beginsPress : keys.begins, day: validFrom }
        : validUntil !== null
          ? { words: isPress ? keys.endsPress : keys.ends, day: validUntil }
          : null
  if (state === null) return null
  return (
    <Notice kind="warning">
      <p>{reader.t(state.words, { day: describeDate(state.day, reader.interfaceLanguage) })}</p>
    </Notice>
  )
}

const keys = {
  ended: 'directory.page.ended',
  endedPress: 'directory.page.endedPress',
  begins: 'directory.page.begins',
  beginsPress: 'directory.page.beginsPress',
  ends: 'directory.page.ends',
  endsPress: 'directory.page.endsPress',
} as const
