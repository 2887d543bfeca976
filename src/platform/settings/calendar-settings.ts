import { z } from 'zod'

/** Hosts of one’s own network from which calendars are fetched, as an operator names them. */
export const calendarHosts = z
  .string()
  .regex(
    /^[A-Za-z0-9.:[\]-]+(,[A-Za-z0-9.:[\]-]+)*$/,
    'hosts separated by commas, each with its port where that is another',
  )
  .transform((text) => text.toLowerCase().split(','))
  .optional()
