import { useReader } from '../../../../../ui/reader.tsx'

const keys = [
  ['j', '↓', 'next'],
  ['k', '↑', 'previous'],
  ['a', null, 'accept'],
  ['b', null, 'beside'],
  ['e', null, 'correct'],
  ['r', null, 'refuse'],
  ['u', null, 'undo'],
  ['?', null, 'help'],
] as const

/** The keys that do what the buttons do; they work where scripts do. */
export function KeyHelp() {
  const { t } = useReader()
  return (
    <details class="key-help" id="keys">
      <summary>{t('imports.text.keys.title')}</summary>
      <p>{t('imports.text.keys.lead')}</p>
      <dl>
        {keys.map(([key, other, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
              {other ? (
                <>
                  {' '}
                  <kbd>{other}</kbd>
                </>
              ) : null}
            </dt>
            <dd>{t(`imports.text.keys.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
