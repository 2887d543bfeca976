import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Link } from '../../links/queries.ts'
import { paths } from '../../paths.ts'
import { LinkForm } from './sign-in-page.tsx'

interface LinkPageProps {
  link: Pick<Link, 'name' | 'address'>
  token: string
  next: string | null
}

/** Says who will be signed in, and asks: a programme that follows links in mails presses no button. */
export function LinkPage({ link, token, next }: LinkPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.link.lead', { address: link.address })}>
        {t('people.link.title', { name: link.name })}
      </PageHeading>
      <form class="form" method="post" action={paths.useLink(reader.interfaceLanguage)}>
        <input type="hidden" name="token" value={token} />
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('people.link.use')}
          </button>
        </p>
      </form>
      <p class="form-note">{t('people.link.notYou')}</p>
    </>
  )
}

export type WrongLink = 'used' | 'expired' | 'unknown'

/** Says why a link does not work, and offers a new one. */
export function WrongLinkPage({ why, next }: { why: WrongLink; next: string | null }) {
  const reader = useReader()
  const { title, lead } = words[why]
  return (
    <>
      <PageHeading lead={reader.t(lead)}>{reader.t(title)}</PageHeading>
      <LinkForm next={next} />
    </>
  )
}

const words = {
  used: { title: 'people.link.usedTitle', lead: 'people.link.used' },
  expired: { title: 'people.link.expiredTitle', lead: 'people.link.expired' },
  unknown: { title: 'people.link.unknownTitle', lead: 'people.link.unknown' },
} as const satisfies Record<WrongLink, { title: PlainMessageKey; lead: PlainMessageKey }>
