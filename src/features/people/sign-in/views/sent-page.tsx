import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { linkMinutes } from '../../links/commands.ts'
import { paths } from '../../paths.ts'

/** What is said to everybody who asked for a link, whether or not there is an account. */
export function SentPage({ address, next }: { address: string; next: string | null }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.sent.lead', { address })}>{t('people.sent.title')}</PageHeading>
      <div class="prose">
        <p>{t('people.sent.until', { minutes: linkMinutes })}</p>
        <p>{t('people.sent.nothing')}</p>
        <p>
          <a href={paths.signIn(reader.interfaceLanguage, next)}>{t('people.sent.again')}</a>
        </p>
      </div>
    </>
  )
}
