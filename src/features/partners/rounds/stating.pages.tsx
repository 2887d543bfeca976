import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, type FormValues, typedValue } from '../../../platform/input/form.ts'
import { textValues } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { ThemePicker } from '../../../ui/form/theme-picker.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { themeGroups } from '../../networks/index.ts'
import { paths, roundPath } from '../paths.ts'
import { maySpeakFor } from '../policy.ts'
import { loadRowRequest, type RowRequest } from './request.ts'
import { mostWishes, type RoundRow, versionOfRow, wishKinds } from './round.ts'
import { longestWish, wishesForm } from './schema.ts'
import { stateWishes } from './stating.commands.ts'
import { MeetingName } from './views/meeting-name.tsx'
import { RowWords } from './views/round-rows.tsx'

/** What one authority wishes for, in its own words: one to three wishes, or that it has none. */
export function addStatingRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(
    pagesOf(app, application, noStore),
    '/:language/:network/partners/rounds/:meeting/:organisation',
    {
      open: loadOwnRowRequest,
      title: titleOf,
      description: 'partners.round.lead',
      path: ({ meeting, row }) => `${roundPath(meeting.slug)}/${row.organisation.slug}`,
      schema: wishesForm,
      lists: ['wishes'],
      values: ({ row }) => valuesOf(row),
      fields: (visit, form) => <StatingFields asked={visit} form={form} />,
      page: (visit, form, state) => (
        <>
          <ErrorList form={state} />
          <StatingHeading {...visit} />
          {visit.round.closedAt === null ? (
            form
          ) : (
            <Notice>
              <p>{visit.reader.t('partners.round.closed')}</p>
            </Notice>
          )}
        </>
      ),
      save: async ({ writing, reader, network, meeting, round, row }, typed, _choices, values) =>
        (await stateWishes(writing, round, row.organisation.id, typed))
          ? `${paths.round(reader, network.slug, meeting.slug)}#${row.organisation.slug}`
          : { status: 409, values: (now) => ({ ...values, seen: versionOfRow(now.row) }) },
    },
  )
}

async function loadOwnRowRequest(visit: Visit): Promise<RowRequest> {
  const loaded = await loadRowRequest(visit)
  const { writing, network, row } = loaded
  const mayState = maySpeakFor(writing.actor, { networkId: network.id, organisationId: row.organisation.id })
  return mayState ? loaded : notFound(row.organisation.slug)
}

function titleOf({ reader, row: { organisation } }: RowRequest): string {
  const name = chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text
  return reader.t('partners.round.statingTitle', { name })
}

// The form holds what was said before, so that saving it unchanged changes nothing.
function valuesOf(row: RoundRow): FormValues {
  const { wishes, hasPassed } = row
  const parts = wishes.length > 0 || hasPassed ? wishes.slice(0, mostWishes) : [null]
  return Object.assign(
    { passed: hasPassed ? 'yes' : '', seen: versionOfRow(row) },
    ...parts.map((wish, index) => ({
      [`wishes.${index}.part`]: '',
      [`wishes.${index}.id`]: wish?.id ?? '',
      [`wishes.${index}.kind`]: wish?.kind ?? 'search',
      [`wishes.${index}.themes`]: wish?.themes ?? [],
      ...textValues(`wishes.${index}.text`, wish?.text ?? {}),
    })),
  )
}

function StatingHeading(visit: RowRequest) {
  const { reader, network, meeting } = visit
  return (
    <PageHeading
      kicker={
        <a href={paths.round(reader, network.slug, meeting.slug)}>
          {reader.t('partners.round.name')} – <MeetingName meeting={meeting} />
        </a>
      }
      lead={reader.t('partners.round.statingLead')}
    >
      {titleOf(visit)}
    </PageHeading>
  )
}

function StatingFields({ asked: visit, form }: { asked: RowRequest; form: FormState }) {
  const { reader, network, row } = visit
  const { t } = reader
  return (
    <>
      {form.isMet ? (
        <Notice kind="warning" live>
          <p>{t('partners.error.rowChanged')}</p>
          <RowWords row={row} />
        </Notice>
      ) : null}
      <UsualSubmit value="save" />
      <input type="hidden" name="seen" value={typedValue(form.values, 'seen')} />
      <RepeatedParts
        name="wishes"
        label={t('partners.round.wishes')}
        hint={t('partners.round.wishesHint', { most: mostWishes })}
        titleOf={(index) => t('partners.round.wish', { number: index + 1 })}
        addLabel={t('partners.round.addWish')}
      >
        {(prefix) => {
          const id = typedValue(form.values, `${prefix}.id`)
          return (
            <>
              <input type="hidden" name={`${prefix}.id`} value={id} />
              <ChoiceField
                name={`${prefix}.kind`}
                label={t('partners.round.kind')}
                options={wishKinds.map((kind) => ({
                  value: kind,
                  label: t(`partners.round.kindOf.${kind}`),
                }))}
                chosen={[typedValue(form.values, `${prefix}.kind`) || 'search']}
                required
              />
              <LocalizedField
                languages={network.languages}
                name={`${prefix}.text`}
                label={t('partners.round.text')}
                text={row.wishes.find((wish) => wish.id === id)?.text ?? {}}
                max={longestWish}
                rows={3}
                required
              />
              <ThemePicker
                name={`${prefix}.themes`}
                label={t('partners.round.themes')}
                groups={themeGroups(reader)}
              />
            </>
          )
        }}
      </RepeatedParts>
      <ChoiceField
        name="passed"
        label={t('partners.round.passedLabel')}
        options={[{ value: 'yes', label: t('partners.round.passed') }]}
        multiple
      />
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t('partners.round.save')}
        </button>
      </p>
    </>
  )
}
