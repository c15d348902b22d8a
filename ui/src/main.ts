/** Starts the window. */
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import { startRouter } from '$lib/router';
import App from './App.svelte';
import { paths } from './routes';

startRouter(paths);
const target = document.getElementById('app');
if (target) mount(App, { target });
