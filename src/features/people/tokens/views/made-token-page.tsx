import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

interface MadeTokenPageProps {
  secret: string
  name: string
  days: number
  /** An address that the token may read; null when it may only write. */
  sample: string | null
}

/** The one page on which a token can be read, with a first call to try it. */
export function MadeTokenPage({ secret, name, days, sample }: MadeTokenPageProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <>
      <PageHeading lead={name}>{t('people.tokens.madeTitle')}</PageHeading>
      <Notice kind="warning">
        <p>{t('people.tokens.shownOnce')}</p>
      </Notice>
      <Field name="token" label={t('people.tokens.token')} hint={t('people.tokens.endsIn', { days })} isPart>
        {(control) => (
          <textarea {...control} class="secret" rows={2} readOnly spellcheck={false} autocomplete="off">
            {secret}
          </textarea>
        )}
      </Field>
      {sample === null ? null : (
        <>
          <p class="sample-lead">{t('people.tokens.tryIt')}</p>
          <pre class="sample">
            <code>{`curl -H "Authorization: Bearer ${secret}" \\\n  ${sample}`}</code>
          </pre>
        </>
      )}
      <p>
        <a href="/api/docs">{t('people.tokens.documents')}</a>
      </p>
      <p class="form-end">
        <a class="button" href={`${paths.account(interfaceLanguage)}#tokens`}>
          {t('people.signedIn.account')}
        </a>
      </p>
    </>
  )
}
