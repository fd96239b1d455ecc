update sale set state = 'open';
vacuum full sale;
analyze sale;
