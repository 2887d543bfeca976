import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { paths } from '../paths.ts'

/** The way back from a work page to its meeting. */
export function meetingBack(
  reader: Reader,
  network: string,
  meeting: Pick<Meeting, 'slug' | 'title'>,
): { href: string; label: string } {
  return {
    href: paths.meeting(reader, network, meeting.slug),
    label: chooseText(meeting.title, reader.language)?.text ?? meeting.slug,
  }
}
