import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'

/** How to begin on a server that has no country group: the command itself, and what to put in it. */
export function NoNetwork() {
  const { t } = useReader()
  return (
    <Section id="begin" title={t('site.home.emptyTitle')}>
      <p class="lead">{t('site.home.emptyWhy')}</p>
      <Command line="npx entente network add france-maroc --countries FR,MA --languages fr,ar,en" />
      <p>{t('site.home.emptyNext')}</p>
      <p>{t('site.home.emptyExample')}</p>
      <Command line="npx entente seed france-coree" />
    </Section>
  )
}

function Command({ line }: { line: string }) {
  return (
    <p class="notice command">
      <code lang="en" translate={false}>
        {line.split(' ').flatMap((word, index) => [index === 0 ? '' : ' ', <span key={word}>{word}</span>])}
      </code>
    </p>
  )
}
