import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import {
  type FieldError,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../../platform/input/form.ts'
import { applyListAction } from '../../../../platform/input/list-action.ts'
import { textValues } from '../../../../platform/input/text-values.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { paths, roundPath } from '../../paths.ts'
import { maySpeakFor } from '../../policy.ts'
import { type RowAsked, readRowAsked } from '../call.ts'
import { mostWishes, type RoundRow } from '../round.ts'
import { rowMark } from '../row-mark.ts'
import { wishesForm } from '../schema.ts'
import { stateWishes } from './commands.ts'
import { StatingPage } from './views/stating-page.tsx'

/** What one authority wishes for, in its own words. */
export function addStatingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/partners/rounds/:meeting/:organisation'
  pages.get(place, readOwnRow, (asked) => {
    return draw(asked, { values: valuesOf(asked.row), errors: [], focus: null })
  })

  pages.post(place, readOwnRow, async (asked) => {
    const { request, reply, writing, reader, network, meeting, round, row } = asked
    const values = readValues(request.body)
    const change = applyListAction(values, typedValue(values, 'action'))
    if (change)
      return draw(asked, {
        values: change.values,
        errors: [],
        focus: change.focus.index,
      })
    const form = readForm(wishesForm, request.body)
    if (!form.valid)
      return draw(withStatus(asked, 422), {
        values: form.values,
        errors: form.errors,
        focus: null,
      })
    if (!(await stateWishes(writing, round, row.organisation.id, form.data))) {
      // Sent once more it is meant: the form now knows what stands, and shows it.
      const again = await readOwnRow(asked)
      const met = { values: { ...values, seen: rowMark(again.row) }, errors: [], focus: null, isMet: true }
      return draw(withStatus(again, 409), met)
    }
    return reply.redirect(`${paths.round(reader, network.slug, meeting.slug)}#${row.organisation.slug}`, 303)
  })
}

async function readOwnRow(visit: Visit): Promise<RowAsked> {
  const asked = await readRowAsked(visit)
  const { writing, network, row } = asked
  const mayState = maySpeakFor(writing.actor, { networkId: network.id, organisationId: row.organisation.id })
  return mayState ? asked : notFound(row.organisation.slug)
}

interface Drawn {
  values: FormValues
  errors: readonly FieldError[]
  focus: number | null
  /** Somebody else has written for the authority meanwhile. */
  isMet?: boolean
}

function draw(asked: RowAsked, drawn: Drawn) {
  const { reader, network, meeting, round, row } = asked
  const { organisation } = row
  const name = chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text
  return drawNetworkPage(asked, {
    title: reader.t('partners.round.statingTitle', { name }),
    description: reader.t('partners.round.lead'),
    path: `${roundPath(meeting.slug)}/${organisation.slug}`,
    noindex: true,
    children: (
      <StatingPage
        network={network}
        meeting={meeting}
        row={row}
        isClosed={round.closedAt !== null}
        {...drawn}
      />
    ),
  })
}

// What was said before stands in the form, so that saving it unchanged changes nothing.
function valuesOf(row: RoundRow): FormValues {
  const { wishes, hasPassed } = row
  const parts = wishes.length > 0 || hasPassed ? wishes.slice(0, mostWishes) : [null]
  return Object.assign(
    { passed: hasPassed ? 'yes' : '', seen: rowMark(row) },
    ...parts.map((wish, index) => ({
      [`wishes.${index}.part`]: '',
      [`wishes.${index}.id`]: wish?.id ?? '',
      [`wishes.${index}.kind`]: wish?.kind ?? 'search',
      [`wishes.${index}.themes`]: wish?.themes ?? [],
      ...textValues(`wishes.${index}.text`, wish?.text ?? {}),
    })),
  )
}
