import { render, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, forget } from '$lib/ipc/testing';
import { startRouter } from '$lib/router';
import Person from './Person.svelte';

const person = {
  id: 'p',
  given: 'Søren',
  family: 'Łukaszewicz',
  email: '',
  institution: '',
  position: '',
  region: '',
  sector: '',
  level: '',
  size: '',
  aspiration: '',
  consent: 'yes',
  roles: [],
  sectors: [],
  levels: [],
  enrolments: [{ cohort: 'c', cohort_name: 'Prairie', cohort_mark: 'PSC 26–27', code: 'N01' }],
};
const line = { id: 'w', title: 'One card', people: [], status: null, last: null, days: null };
const work = (projects: unknown[]) => ({ today: '2026-11-25', projects, lessons: [], steps: [] });

let stop: () => void;
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(578);
  location.hash = '#/c/c/people/p';
  stop = startRouter({ person: '/c/:cohort/people/:person' });
});
afterEach(() => {
  stop();
  forget();
  vi.restoreAllMocks();
});

function shown(projects: unknown[]) {
  answer({
    person_view: () => person,
    person_projects: () => work(projects),
    person_attendance: () => ({ sessions: [] }),
    ratings_figure: () => null,
    project_figure: () => null,
    history: () => [],
    person_over_time: () => ({
      places: [],
      roles: [],
      consents: [],
      records: [],
      settled: true,
      cohorts: [],
      today: '2026-11-25',
    }),
  });
  return render(Person);
}

describe('the page of a participant', () => {
  it('is ready when its figures are drawn, with and without a project', async () => {
    for (const projects of [[], [{ line, milestones: [{ id: 'm' }], latest: null }]]) {
      const { container, unmount } = shown(projects);
      await waitFor(() => expect(container.querySelector('[data-ready="person"]')).not.toBeNull());
      unmount();
    }
  });
});
