/** How long the person may take to answer. */
export const consentDays = 60
