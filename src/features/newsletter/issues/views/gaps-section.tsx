import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { type Gap, gapsIn } from '../gaps.ts'
import type { Issue } from '../issue.ts'
import { paths } from '../paths.ts'

interface GapsSectionProps {
  network: string
  issue: Issue
}

/** What the readers in each language would get in another one, or in words that nobody answers for: shown before anybody approves. */
export function GapsSection({ network, issue }: GapsSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="languages" title={t('newsletter.issues.gaps.title')}>
      {interfaceLanguages.map((language) => {
        const gaps = gapsIn(issue, language)
        const name = capitalized(languageInWords(reader, language), reader.interfaceLanguage)
        if (gaps.length === 0)
          return (
            <p key={language}>
              <strong>{name}</strong> – {t('newsletter.issues.gaps.none')}
            </p>
          )
        return (
          <details key={language}>
            <summary>
              {name} – {t('newsletter.issues.gaps.count', { count: gaps.length })}
            </summary>
            <ul>
              {gaps.map((gap) => (
                <li key={`${gap.mended.join('/')} ${JSON.stringify(gap.text)}`}>
                  <GapLink network={network} gap={gap} />{' '}
                  <span class="tag">{t(`newsletter.issues.gaps.${gap.state}`)}</span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </Section>
  )
}

function GapLink({ network, gap }: { network: string; gap: Gap }) {
  const reader = useReader()
  const chosen = chooseText(gap.text, reader.language)
  if (!chosen) return null
  const text = chosen.text.length > 90 ? `${chosen.text.slice(0, 89)}…` : chosen.text
  return (
    <a href={paths.draft(reader, network, ...gap.mended)} {...languageAttributes(reader, chosen.language)}>
      {text}
    </a>
  )
}
