absent = –
