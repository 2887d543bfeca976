import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { OidcProvider } from '../../../../platform/settings/oidc-providers.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { paths } from '../../paths.ts'

interface ProviderLinksProps {
  providers: readonly Pick<OidcProvider, 'id' | 'label'>[]
  next: string | null
}

/** The other ways in: a link each, since a form may not lead to another site under our policy. */
export function ProviderLinks({ providers, next }: ProviderLinksProps) {
  const reader = useReader()
  if (providers.length === 0) return null
  const { t, interfaceLanguage } = reader
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">{t('people.signIn.otherwise')}</h2>
      <p class="form-end">
        {providers.map(({ id, label }) => (
          <a key={id} class="button" href={paths.signInWith(interfaceLanguage, id, next)} rel="nofollow">
            {chooseName(label, interfaceLanguage).text}
          </a>
        ))}
      </p>
    </section>
  )
}
