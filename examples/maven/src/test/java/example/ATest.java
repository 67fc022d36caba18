package example;
class ATest { @org.junit.jupiter.api.Test void t() {} }
