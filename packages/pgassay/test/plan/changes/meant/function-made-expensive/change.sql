alter function costly(text) cost 100000;
