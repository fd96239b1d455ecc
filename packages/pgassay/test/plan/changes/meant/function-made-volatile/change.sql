alter function chosen(int) volatile;
