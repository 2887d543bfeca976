import type { ComponentChildren } from 'preact'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import type { Meeting } from '../meetings/meeting.ts'
import { paths } from '../paths.ts'

interface WorkHeadingProps {
  /** The page to which the heading leads back. */
  back: { href: string; label: ComponentChildren }
  lead?: ComponentChildren
  children: ComponentChildren
}

/** The heading of a work page of a meeting, with the way back. */
export function WorkHeading({ back, lead, children }: WorkHeadingProps) {
  return (
    <PageHeading kicker={<a href={back.href}>{back.label}</a>} lead={lead}>
      {children}
    </PageHeading>
  )
}

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
