/** What the screen of staff shows: who is no participant, and the words of roles. */
import { followed } from '$lib/followed.svelte';
import { commands, type Role, type StaffView } from '$lib/ipc';
import { t } from '$lib/locale';

/** Who is no participant. */
export function staffList() {
  return followed<StaffView>(() => '', commands.staff, ['person', 'enrolment', 'cohort']);
}

/** The roles that a person can have besides taking part, in the order of a form. */
export const ROLES: readonly { role: Role; label: string; hint: string }[] = [
  { role: 'facilitator', label: t('role-facilitator'), hint: t('role-facilitator-hint') },
  { role: 'coach', label: t('role-coach'), hint: t('role-coach-hint') },
  { role: 'mentor', label: t('role-mentor'), hint: t('role-mentor-hint') },
  { role: 'staff', label: t('role-staff'), hint: t('role-staff-hint') },
];

/** Roles as words in a row. */
export const roleWords = (roles: readonly Role[]): string =>
  ROLES.filter(({ role }) => roles.includes(role))
    .map(({ label }) => label)
    .join(', ');
