/**
 * Microsoft's plan for EWS in Exchange Online (MC1227454, restated February 2026, read 2026-11-23): blocked tenant by tenant from
 * the first day, ended for all on the second. Zoom's article names October 2026 only; Microsoft's dates count.
 */
export const EWS_BEGINS = Date.UTC(2026, 9, 1);
export const EWS_ENDS = Date.UTC(2027, 3, 1);

/** What Graph cannot read: the tenant's own switch, and its list of allowed apps (microsoft.md F). */
export const EWS_COMMAND = 'Get-OrganizationConfig | Format-List Ews*';
