import { languageNames } from '../../../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import { type FormValues, typedValue } from '../../../../../../platform/input/form.ts'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { DataTable } from '../../../../../../ui/table/data-table.tsx'
import { countryName } from '../../../../../directory/index.ts'
import type { Network } from '../../../../../networks/index.ts'
import { paths } from '../../../paths.ts'
import { BeneathList } from '../../views/beneath-list.tsx'
import type { LineFault, ReadLine } from '../read-lines.ts'

export interface JudgedLine extends Omit<ReadLine, 'fault'> {
  fault: LineFault | 'subscribed' | 'suppressed' | null
}

interface CheckPageProps {
  reader: Reader
  network: Network
  lines: readonly JudgedLine[]
  /** What was sent, to be sent again. */
  values: FormValues
  /** Whether it was written, or is to be. */
  isDone: boolean
}

const sentAgain = ['lines', 'words', 'givenOn', 'language', 'country']

/** What becomes of each line: before anything is written or sent, and after. */
export function CheckPage({ reader, network, lines, values, isDone }: CheckPageProps) {
  const { t } = reader
  const good = lines.filter(({ fault }) => fault === null).length
  const counts = { good, bad: lines.length - good }
  return (
    <>
      <BeneathList reader={reader} network={network}>
        {t('newsletter.subscribers.import')}
      </BeneathList>
      <Notice reader={reader} kind={isDone ? 'done' : 'information'} live={isDone}>
        {t(isDone ? 'newsletter.subscribers.imported' : 'newsletter.subscribers.toImport', counts)}
      </Notice>
      {isDone ? null : (
        <form method="post" action={paths.import(reader, network.slug)} class="form">
          {sentAgain.map((name) => (
            <input key={name} type="hidden" name={name} value={typedValue(values, name)} />
          ))}
          <p class="form-end">
            {good > 0 ? (
              <button type="submit" name="step" value="write" class="button primary">
                {t('newsletter.subscribers.importButton', { good })}
              </button>
            ) : null}
            <button type="submit" name="step" value="change" class="button">
              {t('newsletter.subscribers.changeLines')}
            </button>
          </p>
        </form>
      )}
      <LineTable reader={reader} lines={lines} isDone={isDone} />
    </>
  )
}

function LineTable({ reader, lines, isDone }: Pick<CheckPageProps, 'reader' | 'lines' | 'isDone'>) {
  const { t } = reader
  return (
    <DataTable<JudgedLine>
      reader={reader}
      caption={t('newsletter.subscribers.lineByLine')}
      // What is wrong stands first: it is for this that one looks.
      rows={lines.toSorted(
        (a, b) => Number(a.fault === null) - Number(b.fault === null) || a.number - b.number,
      )}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'number',
          label: t('newsletter.subscribers.line'),
          numeric: true,
          cell: ({ number }) => number,
        },
        {
          key: 'address',
          label: t('newsletter.subscribers.address'),
          header: true,
          wide: true,
          cell: ({ address, typed }) => <bdi>{address || typed}</bdi>,
        },
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          cell: ({ language }) => languageNames[language],
        },
        {
          key: 'country',
          label: t('newsletter.subscribers.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'fate',
          label: t('newsletter.subscribers.fate'),
          cell: ({ fault }) => t(`newsletter.subscribers.fate.${fault ?? (isDone ? 'added' : 'good')}`),
        },
      ]}
    />
  )
}
