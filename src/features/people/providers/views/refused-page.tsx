import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { LinkForm } from '../../sign-in/views/sign-in-page.tsx'

export type Refused = 'journey' | 'declined' | 'unreachable' | 'unverified' | 'unknown'

/** Says why a provider's word let nobody in, and offers the link instead. */
export function RefusedPage({ why }: { why: Refused }) {
  const reader = useReader()
  return (
    <>
      <PageHeading lead={reader.t(reasons[why])}>{reader.t('people.refused.title')}</PageHeading>
      <LinkForm next={null} />
    </>
  )
}

const reasons = {
  journey: 'people.refused.journey',
  declined: 'people.refused.declined',
  unreachable: 'people.refused.unreachable',
  unverified: 'people.refused.unverified',
  unknown: 'people.refused.unknown',
} as const satisfies Record<Refused, PlainMessageKey>
