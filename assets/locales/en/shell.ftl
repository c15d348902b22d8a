# Words of the window itself: navigation, palette, keys, status bar, help, fields and tables that every screen shares.

app-name = Nexus Facilitator
shell-window-title = { $screen } – Nexus Facilitator
shell-skip = Go to the page
shell-menu = Menu
shell-navigation = Main
shell-status = Status

## Status bar

status-here = On this laptop
status-saved = Saved { $time }

## Actions that every screen shares

action-cancel = Cancel
action-dismiss = Dismiss this message

## Fields and tables

field-date-placeholder = e.g. 23 Nov 2026
field-date-open = Choose a day for { $label }
field-date-unread = “{ $found }” is not a day. Write it like 23 Nov 2026 or 2026-11-23.
field-number-range = “{ $found }” is not a whole number from { $min } to { $max }.
calendar-previous = Previous month
calendar-next = Next month
meter-of = of { $of }
progress-of = { $value } of { $max }
figure-show-table = Table
figure-show-drawing = Drawing

## Screens of the window

screen-start = Start
screen-lost-title = Nothing is here
screen-lost-text = This address leads nowhere. What you look for may have been renamed or taken away.
screen-lost-action = Go to the start
screen-failed-title = This page could not be shown
screen-failed-text = Nothing was lost: everything saved is still on this laptop.
screen-failed-again = Try again
screen-loading = Loading…

## Errors without a home of their own

error-unexpected = Something unexpected happened: { $found }
error-unknown = Something went wrong (code { $code }).
