import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import { withParameters } from '../../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { paths } from '../../paths.ts'
import { type PreviewChoice, schemes, widths } from '../preview-choice.ts'

interface PreviewPageProps {
  network: string
  choice: PreviewChoice
  /** The text part of the mail. */
  text: string
}

/** The mail of a letter in a language, as a program for mails would show it. */
export function PreviewPage({ network, choice, text }: PreviewPageProps) {
  const reader = useReader()
  const { t } = reader
  const title = t('newsletter.issues.preview.title')
  const address = withParameters(paths.draft(reader, network, 'preview', 'html'), {
    in: choice.in,
    scheme: choice.scheme,
  })
  return (
    <>
      <PageHeading
        kicker={<a href={paths.draft(reader, network)}>{t('newsletter.issues.draft.title')}</a>}
        lead={t('newsletter.issues.preview.lead')}
        actions={
          <a href={withParameters(paths.draft(reader, network, 'preview.pdf'), { in: choice.in })}>
            {t('newsletter.issues.pdf')}
          </a>
        }
      >
        {title}
      </PageHeading>
      <nav class="letter-choices" aria-label={t('newsletter.issues.preview.choices')}>
        <Choices
          network={network}
          choice={choice}
          name="in"
          options={interfaceLanguages.map((value) => ({
            value,
            label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
          }))}
        />
        <Choices
          network={network}
          choice={choice}
          name="width"
          options={widths.map((value) => ({ value, label: t(`newsletter.issues.preview.${value}`) }))}
        />
        {choice.width === 'text' ? null : (
          <Choices
            network={network}
            choice={choice}
            name="scheme"
            options={schemes.map((value) => ({ value, label: t(`newsletter.issues.preview.${value}`) }))}
          />
        )}
      </nav>
      {choice.width === 'text' ? (
        <pre class="mail-text" lang={choice.in}>
          {text}
        </pre>
      ) : (
        <iframe
          class={`letter-frame letter-frame-${choice.width} letter-frame-${choice.scheme}`}
          src={address}
          title={title}
        />
      )}
    </>
  )
}

interface ChoicesProps {
  network: string
  choice: PreviewChoice
  name: keyof PreviewChoice
  options: readonly { value: string; label: string }[]
}

function Choices({ network, choice, name, options }: ChoicesProps) {
  const reader = useReader()
  return (
    <ul>
      {options.map(({ value, label }) => (
        <li key={value}>
          <a
            href={withParameters(paths.draft(reader, network, 'preview'), { ...choice, [name]: value })}
            aria-current={choice[name] === value ? 'true' : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
