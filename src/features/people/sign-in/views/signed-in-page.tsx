import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

/** For who is signed in already and asks for the way in. */
export function SignedInPage({ name, next }: { name: string; next: string | null }) {
  const { t, interfaceLanguage } = useReader()
  return (
    <>
      <PageHeading>{t('people.signedIn.title', { name })}</PageHeading>
      <div class="prose">
        <p>
          {next === null ? (
            <a href={paths.account(interfaceLanguage)}>{t('people.signedIn.account')}</a>
          ) : (
            <a href={next}>{t('people.signedIn.goOn')}</a>
          )}
        </p>
      </div>
      <form class="form" method="post" action={paths.signOut(interfaceLanguage)}>
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.signedIn.signOut')}
          </button>
        </p>
      </form>
    </>
  )
}
