import { aboutForm } from '../../events/forms/about-form.tsx'
import { peopleForm } from '../../events/forms/people-form.tsx'
import { placeForm } from '../../events/forms/place-form.tsx'
import { dateForm } from './date-form.tsx'
import { joinParts } from './joined-parts.tsx'
import { outlineForm, settingForm } from './outline-form.tsx'

/** What whoever proposes an event fills in. */
export const proposerForm = joinParts([outlineForm, dateForm, settingForm])

/** What whoever moderates amends: the forms of events, on one page. */
export const amendmentForm = joinParts([aboutForm, dateForm, placeForm, peopleForm], ['organisations'])
